using System.Text.RegularExpressions;
using System.Xml.Linq;
using IoLab.Contract;

namespace IoLab.Reports.Tests;

/// <summary>Snapshots of every format, and what must hold for texts from strangers.</summary>
public sealed partial class FormatTests
{
    /// <summary>A few of everything: snapshots are for reading.</summary>
    private static ReportModel Small()
    {
        var full = SampleReport.Full();
        return full with
        {
            Cases = [.. full.Cases.Where(c => c.Status != CaseStatus.Passed), .. full.Cases.Take(3)],
            Benchmarks = [.. full.Benchmarks.Take(6), full.Benchmarks[6] with { Level = null, Speedup = null, Failure = "result 41, expected 42" }],
            History = [.. full.History.Take(2).Select(s => s with { Points = [.. s.Points.TakeLast(2)] })],
        };
    }

    [Test]
    public void Markdown_is_as_recorded() => Snapshot.Matches("report.md", Render.Markdown(Small()));

    [Test]
    public void Markdown_without_a_gate_is_as_recorded() => Snapshot.Matches("bench.md", Render.Markdown(Small() with { Findings = [], Cases = [] }));

    [Test]
    public void Markdown_shows_ten_rows_and_folds_the_rest()
    {
        string text = Render.Markdown(SampleReport.Full() with { Findings = [], Cases = [] });
        string shown = text[..text.IndexOf("<details>", StringComparison.Ordinal)];
        Assert.That(shown.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)), Is.EqualTo(1 + 10));
        Assert.That(text, Does.Contain("<summary>20 more (benchmarks)</summary>"));
    }

    [Test]
    public void JUnit_is_as_recorded() => Snapshot.Matches("junit.xml", Render.JUnit(Small()));

    [Test]
    public void Html_is_as_recorded()
    {
        string html = ScriptOrStyle().Replace(Render.Html(Small()), "<$1>");
        Snapshot.Matches("report.html", html);
    }

    [Test]
    public void Html_asks_for_nothing_outside_itself_and_stays_small()
    {
        string html = Render.Html(SampleReport.Full());
        Assert.That(Encoding(html), Is.LessThan(1_000_000), "bytes");
        Assert.That(Address().Matches(ScriptOrStyle().Replace(html, "")), Is.Empty);
        Assert.That(html, Does.Contain("Content-Security-Policy\" content=\"default-src 'none'"));
        static int Encoding(string text) => System.Text.Encoding.UTF8.GetByteCount(text);
    }

    [Test]
    public void Hostile_texts_stay_text_in_every_format()
    {
        var model = HostileReport.Make();
        string html = ScriptOrStyle().Replace(Render.Html(model), "");
        Assert.That(html, Does.Not.Contain("<script>window").And.Not.Contain("<img").And.Not.Contain("<!-- {{").And.Not.Contain("\" onclick"));
        Assert.That(html, Does.Not.Contain("\0"));

        var xml = XDocument.Parse(Render.JUnit(model));
        Assert.That(xml.Descendants("failure").Single().Value, Does.Contain("<script>window.hacked=1</script>").And.Contain("\\u0000"));
        Assert.That(xml.Descendants("testcase").Count(), Is.EqualTo(2));

        string markdown = Render.Markdown(model);
        Assert.That(markdown[..markdown.IndexOf("````sh", StringComparison.Ordinal)], Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain(" @team").And.Not.Contain(" | `x`"));
        Assert.That(markdown.Split('\n'), Has.None.StartsWith("# heading"));
    }

    [Test]
    public void Six_backends_and_a_benchmark_that_only_one_has_still_fill_every_cell()
    {
        var rows = SampleReport.Full().Benchmarks.Take(3).SelectMany(row => Enumerable.Range(0, 2).Select(i => row with { Backend = row.Backend + i }));
        string html = Render.Html(SampleReport.Full() with { Benchmarks = [.. rows, SampleReport.Full().Benchmarks[0] with { Benchmark = "alone" }] });
        Assert.That(Regex.Matches(html, "<span class=\"empty\">–</span>"), Has.Count.EqualTo(6 + 1));
    }

    [GeneratedRegex("<(script|style)\\b[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex ScriptOrStyle();

    [GeneratedRegex("(src|href)=|url\\(|@import|https?:")]
    private static partial Regex Address();
}
