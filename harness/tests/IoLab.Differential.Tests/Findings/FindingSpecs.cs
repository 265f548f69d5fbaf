using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Findings;

namespace IoLab.Differential.Tests.Findings;

/// <summary>Findings, alone and together.</summary>
public class FindingSpecs
{
    [Test]
    public void What_was_written_reads_back_the_same() => Prop.ForAll(Samples.Findings().ToArbitrary(), finding =>
        FindingFormat.Write(FindingFormat.Read(FindingFormat.Write(finding))) == FindingFormat.Write(finding)).QuickCheckThrowOnFailure();

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{\"schema\":\"iolab-finding/2\"}")]
    [TestCase("{\"schema\":\"iolab-finding/1\",\"id\":\"12345678\"}")]
    public void What_is_no_finding_is_refused(string json) => Assert.That(() => FindingFormat.Read(json), Throws.TypeOf<FormatException>());

    [Test]
    public void A_finding_whose_signature_was_edited_is_refused()
    {
        string json = FindingFormat.Write(Samples.Make("list(1) map(x, x)")).Replace("\"event\": \"Send map\"", "\"event\": \"Send mop\"");
        Assert.That(() => FindingFormat.Read(json), Throws.TypeOf<FormatException>().With.Message.Contains("its id is"));
    }

    [Test]
    public void Merging_is_commutative_associative_and_idempotent() => Prop.ForAll(
        Gen.Three(Samples.Findings().Where(finding => finding.Signature.Shape.Contains("map"))).ToArbitrary(),
        three =>
        {
            (Finding a, Finding b, Finding c) = three;
            return Same(a.Merge(b), b.Merge(a)) && Same(a.Merge(b).Merge(c), a.Merge(b.Merge(c))) && Same(a.Merge(a), a) && Same(a.Merge(b).Merge(b), a.Merge(b));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Merging_stores_is_commutative_associative_and_idempotent() => Prop.ForAll(Gen.Three(Samples.Findings().ListOf()).ToArbitrary(), three =>
    {
        (string a, string b, string c) = (Merged(three.Item1, three.Item2, three.Item3), Merged(three.Item3, three.Item1, three.Item2), Merged(three.Item2, three.Item3, three.Item2, three.Item1, three.Item1));
        return a == b && b == c;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Counts_of_different_places_are_added_and_the_lowest_program_stands_for_the_finding()
    {
        Finding merged = Samples.Make("list(1) map(x, x)", 16, "lane 0").Merge(Samples.Make("list(2) map(y, y)", 1, "lane 1"));
        Assert.That((merged.Count, merged.Program.Number, merged.Program.Reduced), Is.EqualTo((2, 1, "list(2) map(y, y)")));
    }

    [Test]
    public void Different_findings_do_not_merge() => Assert.That(() => Samples.Make("1").Merge(Samples.Make("1 map")), Throws.ArgumentException);

    [Test]
    public void A_closed_finding_that_is_met_again_is_open()
    {
        Finding closed = Samples.Make("1") with { Status = new FindingStatus(FindingState.Closed, Samples.Noon.AddHours(1), "mended") };
        Finding met = closed.Merge(Samples.Make("1") with { LastSeen = Samples.Noon.AddHours(2) });
        Assert.That((closed.IsOpen, met.IsOpen, met.IsReopened), Is.EqualTo((false, true, true)));
    }

    private static string Merged(params IReadOnlyList<IReadOnlyList<Finding>> parts)
    {
        var merged = new SortedDictionary<string, Finding>(StringComparer.Ordinal);
        foreach (Finding finding in parts.SelectMany(part => part)) merged[finding.Id] = merged.TryGetValue(finding.Id, out Finding? known) ? known.Merge(finding) : finding;
        return string.Concat(merged.Values.Select(FindingFormat.Write));
    }

    private static bool Same(Finding left, Finding right) => FindingFormat.Write(left) == FindingFormat.Write(right);
}
