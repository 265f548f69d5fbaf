using IoLab.Contract;

namespace IoLab.Harness.Diff;

/// <summary>What a blame rests on.</summary>
public enum BlameBasis
{
    /// <summary>Nothing: any side may be wrong.</summary>
    None,
    /// <summary>A single fault explains the results on one side more easily than on any other.</summary>
    Vote,
    /// <summary>The sides are equally likely, and one is trusted more.</summary>
    Trust,
    /// <summary>An implementation crashed: no program may do that to it.</summary>
    Evidence,
}

/// <summary>Who is wrong, supposing a single fault in one component.</summary>
/// <param name="Accused">The backends that are thought wrong; all of them when nobody can tell.</param>
/// <param name="Suspects">Components that all the accused have and nobody else has; empty when nobody can tell.</param>
/// <param name="Basis">What this rests on.</param>
public sealed record Blame(IReadOnlyList<string> Accused, IReadOnlyList<string> Suspects, BlameBasis Basis)
{
    /// <summary>
    /// Finds the accused. Each group in turn is supposed right: then the fault is in a component that all others have and it has not. When there is none, the
    /// supposition falls. What remains is ordered by how many implementations without anything else in common would share the fault: the fewer the likelier.
    /// </summary>
    /// <param name="groups">Backends that agree, group by group; at least two groups.</param>
    /// <param name="trust">Decides between suppositions that are equally likely.</param>
    internal static Blame Find(IReadOnlyList<IReadOnlyList<IBackend>> groups, Trust trust)
    {
        Supposition[] likely = [.. groups.Select((_, right) => Suppose(groups, right)).Where(one => one.Suspects.Count > 0).OrderBy(one => one.Implementations)];
        if (likely.Length == 0) return new Blame(Names(groups.SelectMany(group => group)), [], BlameBasis.None);
        if (likely.Length == 1 || likely[0].Implementations < likely[1].Implementations) return Accuse(likely[0], BlameBasis.Vote);

        Supposition[] equal = [.. likely.Where(one => one.Implementations == likely[0].Implementations)
            .OrderBy(one => one.Right.Min(backend => trust.Rank(backend.Name)))];
        bool isDecided = equal[0].Right.Min(backend => trust.Rank(backend.Name)) < equal[1].Right.Min(backend => trust.Rank(backend.Name));
        return isDecided ? Accuse(equal[0], BlameBasis.Trust) : new Blame(Names(groups.SelectMany(group => group)), [], BlameBasis.None);
    }

    /// <summary>Blames backends for what is wrong whatever others do.</summary>
    /// <param name="accused">The backends.</param>
    /// <param name="others">Those that are not accused.</param>
    internal static Blame Evident(IReadOnlyList<IBackend> accused, IReadOnlyList<IBackend> others) => new(Names(accused), Particular(accused, others), BlameBasis.Evidence);

    /// <summary>Components that all of some backends have and none of the others.</summary>
    internal static IReadOnlyList<string> Particular(IReadOnlyList<IBackend> members, IEnumerable<IBackend> others)
    {
        var foreign = others.SelectMany(other => other.Components).ToHashSet(StringComparer.Ordinal);
        return [.. members.Select(member => member.Components.AsEnumerable()).Aggregate(Enumerable.Intersect).Where(component => !foreign.Contains(component))];
    }

    /// <summary>The number of families, where two backends are of one family when they share a component.</summary>
    /// <param name="members">The backends.</param>
    /// <param name="except">A component that makes no family, or null.</param>
    internal static int Families(IEnumerable<IBackend> members, string? except = null)
    {
        var families = new List<HashSet<string>>();
        foreach (IBackend member in members)
        {
            var merged = member.Components.Where(component => component != except).Append($"itself/{member.Name}").ToHashSet(StringComparer.Ordinal);
            foreach (HashSet<string> family in families.Where(family => family.Overlaps(merged)).ToArray())
            {
                merged.UnionWith(family);
                families.Remove(family);
            }

            families.Add(merged);
        }

        return families.Count;
    }

    private static Supposition Suppose(IReadOnlyList<IReadOnlyList<IBackend>> groups, int right)
    {
        IBackend[] wrong = [.. groups.Where((_, i) => i != right).SelectMany(group => group)];
        IReadOnlyList<string> suspects = Particular(wrong, groups[right]);
        int implementations = suspects.Count == 0 ? int.MaxValue : suspects.Min(suspect => Families(wrong, suspect));
        return new Supposition(groups[right], wrong, [.. suspects.Where(suspect => Families(wrong, suspect) == implementations)], implementations);
    }

    private static Blame Accuse(Supposition one, BlameBasis basis) => new(Names(one.Wrong), one.Suspects, basis);

    private static IReadOnlyList<string> Names(IEnumerable<IBackend> backends) => [.. backends.Select(backend => backend.Name).Order(StringComparer.Ordinal)];

    /// <param name="Right">Who is supposed right.</param>
    /// <param name="Wrong">All others.</param>
    /// <param name="Suspects">The components that may be at fault then.</param>
    /// <param name="Implementations">How many implementations, with nothing in common but the suspect, would be wrong alike.</param>
    private sealed record Supposition(IReadOnlyList<IBackend> Right, IReadOnlyList<IBackend> Wrong, IReadOnlyList<string> Suspects, int Implementations);
}
