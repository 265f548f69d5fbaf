using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Examining;

/// <summary>Decides whether all that two sides say differently is known: one line that nothing explains, and the program is a disagreement like any other.</summary>
/// <param name="Entries">The classes, of which none has expired.</param>
public sealed record KnownDifferences(IReadOnlyList<KnownDifference> Entries)
{
    /// <summary>None.</summary>
    public static KnownDifferences None { get; } = new([]);

    /// <summary>The names of the classes that explain a disagreement, in the order of the list; empty when something is left unexplained.</summary>
    public IReadOnlyList<string> Explain(Examination examination)
    {
        if (Entries.Count == 0 || examination.Vote.Groups is not [_, _] groups) return [];
        foreach (VoteGroup group in groups)
        {
            if (group.Backends is not [var alone]) continue;
            KnownDifference[] about = [.. Entries.Where(entry => entry.Concerns(alone) && entry.IsAbout(examination.Program.Source))];
            if (about.Length == 0) continue;
            VoteGroup others = groups.Single(other => other != group);
            IReadOnlyList<string> found = Explain(about, ResultOf(alone), ResultOf(others.Backends[0]));
            if (found.Count > 0) return found;
        }

        return [];

        RunResult ResultOf(string backend) => examination.Results.First(entry => entry.Backend == backend).Result;
    }

    private static IReadOnlyList<string> Explain(IReadOnlyList<KnownDifference> entries, RunResult theirs, RunResult others)
    {
        var found = new HashSet<KnownDifference>();
        foreach ((string[] Theirs, string[] Others) part in Parts(theirs, others))
        {
            if (!Explain(entries, part.Theirs, part.Others, found)) return [];
        }

        return [.. entries.Where(found.Contains).Select(entry => entry.Name)];
    }

    /// <summary>
    /// What differs: how they end, then runs of lines. Of what was written before a crash or a limit the whole lines are compared, as far as they go: buffers may have been lost, and nothing else.
    /// </summary>
    private static IEnumerable<(string[] Theirs, string[] Others)> Parts(RunResult theirs, RunResult others)
    {
        string theirEnd = TextMask.Apply(ResultComparer.DescribeOutcome(theirs)), otherEnd = TextMask.Apply(ResultComparer.DescribeOutcome(others));
        if (theirEnd != otherEnd) yield return ([theirEnd], [otherEnd]);
        if (!ResultComparer.HasWholeOutput(others.Outcome)) yield break;
        IReadOnlyList<(string[], string[])> runs = ResultComparer.HasWholeOutput(theirs.Outcome)
            ? DifferingLines.Of(Lines(theirs), Lines(others))
            : DifferingLines.OfBeginning(Lines(theirs)[..^1], Lines(others));
        foreach ((string[], string[]) run in runs) yield return run;

        static string[] Lines(RunResult result) => TextMask.Apply(TextMask.WithoutFrames(result.StandardOutput)).Split('\n');
    }

    /// <summary>Lines that have counterparts are explained one by one, by whichever class does; others, and lines that are not, all together by one class.</summary>
    private static bool Explain(IReadOnlyList<KnownDifference> entries, string[] theirs, string[] others, HashSet<KnownDifference> found)
    {
        if (theirs.Length == others.Length)
        {
            KnownDifference?[] each = [.. theirs.Zip(others, (their, other) => entries.FirstOrDefault(entry => entry.Explains(their, other)))];
            if (each.All(entry => entry is not null))
            {
                found.UnionWith(each!);
                return true;
            }
        }

        (string allTheirs, string allOthers) = (string.Join('\n', theirs), string.Join('\n', others));
        if (entries.FirstOrDefault(entry => entry.Explains(allTheirs, allOthers)) is not { } whole) return false;
        found.Add(whole);
        return true;
    }
}
