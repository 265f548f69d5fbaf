using IoLab.Contract;

namespace IoLab.Harness.Diff;

/// <summary>How several backends divide over one program.</summary>
public enum VoteKind
{
    /// <summary>All agree.</summary>
    Unanimous,
    /// <summary>One backend stands alone, and it is likelier that it is wrong than that all others are.</summary>
    OneAlone,
    /// <summary>Backends that share a component stand against the rest, and it is likelier that they are wrong.</summary>
    Family,
    /// <summary>The reference stands alone against several others that agree. Who is wrong is another question.</summary>
    ReferenceAlone,
    /// <summary>More than two sides, or two that are equally likely to be right.</summary>
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
/// <param name="Majority">The group that is right by vote alone, or null.</param>
/// <param name="Blame">Who is wrong; null when all agree.</param>
public sealed record Vote(VoteKind Kind, IReadOnlyList<VoteGroup> Groups, VoteGroup? Majority, Blame? Blame = null)
{
    /// <summary>Nobody voted.</summary>
    public static Vote Nobody { get; } = new(VoteKind.Unanimous, [], null);

    /// <summary>Counts the vote. The reference is a voter like any other.</summary>
    /// <param name="results">Who says what.</param>
    /// <param name="policy">How results are compared.</param>
    /// <param name="trust">Whom to believe where the vote does not decide; null means nobody.</param>
    public static Vote Count(IReadOnlyList<(IBackend Backend, RunResult Result)> results, ComparisonPolicy? policy = null, Trust? trust = null)
    {
        trust ??= Trust.Nobody;
        List<List<(IBackend Backend, RunResult Result)>> groups = Divide(results, policy);
        IReadOnlyList<IBackend>[] sides = [.. groups.Select(group => (IReadOnlyList<IBackend>)[.. group.Select(entry => entry.Backend)])];
        (IReadOnlyList<IBackend> Side, VoteGroup Group)[] counted = [.. sides
            .Select(side => (side, new VoteGroup([.. side.Select(member => member.Name)], Blame.Families(side), Blame.Particular(side, sides.Where(other => other != side).SelectMany(other => other)))))
            .OrderByDescending(one => one.Item2.Voters).ThenByDescending(one => one.Item2.Backends.Count)];
        VoteGroup[] ordered = [.. counted.Select(one => one.Group)];
        if (ordered.Length <= 1) return new Vote(VoteKind.Unanimous, ordered, ordered.FirstOrDefault());

        Blame blame = Accuse(groups, sides, trust);
        VoteGroup? majority = blame.Basis == BlameBasis.Vote ? ordered.First(group => !group.Backends.Intersect(blame.Accused).Any()) : null;
        return new Vote(KindOf(ordered, blame, trust), ordered, majority, blame);
    }

    /// <summary>A crash is nobody's opinion: whoever crashes is wrong.</summary>
    private static Blame Accuse(List<List<(IBackend Backend, RunResult Result)>> groups, IReadOnlyList<IBackend>[] sides, Trust trust)
    {
        IBackend[] crashed = [.. groups.SelectMany(group => group).Where(entry => entry.Result.Outcome == Outcome.Crashed).Select(entry => entry.Backend)];
        return crashed.Length > 0 ? Blame.Evident(crashed, [.. sides.SelectMany(side => side).Except(crashed)]) : Blame.Find(sides, trust);
    }

    private static VoteKind KindOf(VoteGroup[] groups, Blame blame, Trust trust) =>
        groups.Length > 2 ? VoteKind.Split
        : groups.Any(group => group.Backends.Count == 1 && trust.IsReference(group.Backends[0])) && groups.Any(group => group.Backends.Count > 1) ? VoteKind.ReferenceAlone
        : blame.Basis is BlameBasis.None or BlameBasis.Trust ? VoteKind.Split
        : blame.Accused.Count == 1 ? VoteKind.OneAlone : VoteKind.Family;

    private static List<List<(IBackend Backend, RunResult Result)>> Divide(IReadOnlyList<(IBackend Backend, RunResult Result)> results, ComparisonPolicy? policy)
    {
        var groups = new List<List<(IBackend Backend, RunResult Result)>>();
        foreach ((IBackend Backend, RunResult Result) entry in results)
        {
            if (groups.Find(group => ResultComparer.Compare(group[0].Result, entry.Result, policy) is null) is { } home) home.Add(entry);
            else groups.Add([entry]);
        }

        return groups;
    }
}
