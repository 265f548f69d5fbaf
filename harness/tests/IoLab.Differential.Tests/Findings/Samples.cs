using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Tests.Findings;

/// <summary>Findings to test with.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Any finding of one of a few signatures.</summary>
    public static Gen<Finding> Findings() =>
        from signature in Gen.Choose(0, 2)
        from number in Gen.Choose(0, 4)
        from place in Gen.Elements("campaign 1 lane 0", "campaign 1 lane 1", FindingCount.ByHand)
        from variant in Gen.Choose(0, 2)
        from times in Gen.Two(Gen.Choose(0, 9))
        from counts in Gen.ListOf(from at in Gen.Elements("campaign 1 lane 0", "campaign 1 lane 1", "campaign 2") from last in Gen.Choose(0, 5) select new FindingCount(at, last, last + 1))
        from state in Gen.Elements(FindingState.Open, FindingState.Closed)
        from since in Gen.Choose(0, 5)
        from note in Gen.Elements<string?>(null, "mended", "no fault")
        select Make($"list(1) {"map,select,detect".Split(',')[signature]}(x, x)", number, place) with
        {
            FirstSeen = Noon.AddHours(times.Item1), LastSeen = Noon.AddHours(times.Item1 + times.Item2),
            Program = Program($"list(1) {"map,select,detect".Split(',')[signature]}(x, x)", number, place) with { Seed = $"s{variant}" },
            Counts = [.. counts.DistinctBy(count => count.Place).OrderBy(count => count.Place, StringComparer.Ordinal)], Status = new FindingStatus(state, Noon.AddHours(since), note),
        };

    public static Finding Make(string reduced, long number = 0, string place = FindingCount.ByHand) => new()
    {
        Signature = Signature.Of(Program(reduced, number, place).Disagreement, "Send map", reduced), Program = Program(reduced, number, place),
        FirstSeen = Noon, LastSeen = Noon, Counts = [new FindingCount(place, number, 1)],
    };

    private static FindingProgram Program(string reduced, long number, string place)
    {
        var kind = new Disagreement(VoteKind.Split, "closure", "evaluation/closure", DifferenceKind.Output, "Completed|Completed") { Basis = BlameBasis.Trust };
        return new FindingProgram
        {
            Number = number, Place = place, Seed = $"g1-{number}", Source = reduced + "; 1 println", Reduced = reduced, Disagreement = kind, RawSignature = Signature.Raw(kind, "Send map"),
            Difference = "output line 1: tree: 1 | closure: \"2\"\u0007ä", Backends = [new FindingBackend("tree", "1.0"), new FindingBackend("closure", null)], Conditions = ["closure: mutant X"],
            Location = new FindingLocation("tree", "closure", 12, [new TraceEvent(12, TraceEventKind.Send, "map", "List 1", "a:1", "2")], [new TraceEvent(12, TraceEventKind.Raise, "no", "3", null)]),
        };
    }
}
