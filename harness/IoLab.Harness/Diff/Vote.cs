using IoLab.Contract;

namespace IoLab.Harness.Diff;

/// <summary>How several backends divide over one program.</summary>
public enum VoteKind
{
    /// <summary>All agree.</summary>
    Unanimous,
    /// <summary>One backend stands alone against several independent voters, or against all others.</summary>
    OneAlone,
    /// <summary>A family that shares components stands against the rest.</summary>
    Family,
    /// <summary>No side has more independent voters.</summary>
    Split,
}

/// <summary>Backends whose results agree.</summary>
/// <param name="Backends">Their names.</param>
/// <param name="Voters">How many voters they are: backends that share a component count once.</param>
/// <param name="Suspects">Components that all of them and nobody else has: where the fault is, if this group is the one that is wrong.</param>
public sealed record VoteGroup(IReadOnlyList<string> Backends, int Voters, IReadOnlyList<string> Suspects);

/// <summary>The vote over one program.</summary>
/// <param name="Kind">How they divide.</param>
/// <param name="Groups">The groups, most voters first, then most backends.</param>
/// <param name="Majority">The group with strictly more independent voters than any other, or null.</param>
public sealed record Vote(VoteKind Kind, IReadOnlyList<VoteGroup> Groups, VoteGroup? Majority)
{
    /// <summary>Counts the vote. The reference is a voter like any other.</summary>
    public static Vote Count(IReadOnlyList<(IBackend Backend, RunResult Result)> results, ComparisonPolicy? policy = null)
    {
        var groups = new List<List<(IBackend Backend, RunResult Result)>>();
        foreach ((IBackend Backend, RunResult Result) entry in results)
        {
            List<(IBackend Backend, RunResult Result)>? home =
                groups.Find(group => ResultComparer.Compare(group[0].Result, entry.Result, policy) is null);
            if (home is null)
            {
                groups.Add([entry]);
            }
            else
            {
                home.Add(entry);
            }
        }

        VoteGroup[] counted = [.. groups
            .Select(group => Describe([.. group.Select(entry => entry.Backend)], [.. results.Select(entry => entry.Backend)]))
            .OrderByDescending(group => group.Voters).ThenByDescending(group => group.Backends.Count)];
        if (counted.Length == 1)
        {
            return new Vote(VoteKind.Unanimous, counted, counted[0]);
        }

        VoteGroup? majority = counted[0].Voters > counted[1].Voters ? counted[0] : null;
        VoteKind kind = majority is null || counted.Length > 2
            ? VoteKind.Split
            : counted[1].Backends.Count == 1 ? VoteKind.OneAlone : VoteKind.Family;
        return new Vote(kind, counted, majority);
    }

    private static VoteGroup Describe(IReadOnlyList<IBackend> members, IReadOnlyList<IBackend> all)
    {
        IEnumerable<string> common = members.Select(member => member.Components.AsEnumerable()).Aggregate(Enumerable.Intersect);
        var others = all.Except(members).SelectMany(other => other.Components).ToHashSet(StringComparer.Ordinal);
        return new VoteGroup([.. members.Select(member => member.Name)], IndependentVoters(members), [.. common.Where(component => !others.Contains(component))]);
    }

    /// <summary>The number of connected families, where two backends are connected when they share a component.</summary>
    private static int IndependentVoters(IReadOnlyList<IBackend> members)
    {
        var families = new List<HashSet<string>>();
        foreach (IBackend member in members)
        {
            var merged = member.Components.ToHashSet(StringComparer.Ordinal);
            foreach (HashSet<string> family in families.Where(family => family.Overlaps(merged)).ToArray())
            {
                merged.UnionWith(family);
                families.Remove(family);
            }

            families.Add(merged);
        }

        return families.Count;
    }
}
