using IoLab.Harness.Corpus;

namespace IoLab.Conformance.Tests;

/// <summary>What every case owes its readers.</summary>
public sealed class CorpusOrderTests
{
    private const string Divergence = "divergence";

    [Test]
    public void The_corpus_has_at_least_eight_hundred_cases() => Assert.That(CorpusFolder.Cases, Has.Count.GreaterThanOrEqualTo(800));

    [Test]
    public void Every_case_says_in_its_first_line_what_it_shows() =>
        AssertNone(one => !one.Source.StartsWith("# ", StringComparison.Ordinal) || one.Source.Split('\n')[0].Length < 10);

    [Test]
    public void Every_case_has_an_expectation() => AssertNone(one => one.Expectation is null);

    [Test]
    public void Every_expectation_has_a_case()
    {
        string[] orphans = [.. Directory.EnumerateFiles(CorpusFolder.CasesDirPath, "*.out", SearchOption.AllDirectories)
            .Where(filePath => !File.Exists(Path.ChangeExtension(filePath, ".io")))];
        Assert.That(orphans, Is.Empty);
    }

    [Test]
    public void The_reference_said_what_is_right_wherever_we_follow_it() =>
        AssertNone(one => !Diverges(one) && one.Area != "syntax" && one.Expectation?.Oracle.Name is not (null or "io"));

    [Test]
    public void Where_we_differ_on_purpose_one_of_our_machines_said_what_is_right() =>
        AssertNone(one => Diverges(one) && one.Expectation?.Oracle.Name is not (null or "tree" or "hand"));

    [Test]
    public void No_expectation_names_a_place_on_the_recording_machine()
    {
        string[] places = ["/home/", "/root/", "/tmp/", "/Users/", "C:\\", Path.GetDirectoryName(CorpusFolder.DirPath)! + "/"];
        AssertNone(one => one.Expectation is { } expectation && places.Any(place => expectation.StandardOutput.Contains(place, StringComparison.Ordinal)));
    }

    private static bool Diverges(CorpusCase one) => LeadingComments.Read(one.Source).Any(entry => entry.Key == Divergence);

    private static void AssertNone(Func<CorpusCase, bool> isWrong) =>
        Assert.That(CorpusFolder.Cases.Where(isWrong).Select(one => one.Id), Is.Empty);
}
