using System.Text.Json;
using IoLab.TestBackends;

namespace IoLab.Cli.Tests;

/// <summary><c>bench</c>, <c>gate</c>, <c>history</c>, <c>report</c> and <c>env</c>, on an imaginary machine.</summary>
[CancelAfter(60_000)]
public class MeasuringSpecs
{
    private Lab lab = null!;

    [SetUp]
    public void MakeLab() => lab = new Lab();

    [TearDown]
    public void RemoveLab() => lab.Dispose();

    [Test]
    public async Task Bench_measures_stores_and_reports()
    {
        CliRun run = await lab.RunAsync("bench", "--quick");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"benchmark +unit +tree +fast +fast vs tree"));
        Assert.That(run.Output, Does.Match(@"fake/answer +µs +[23]\d\.\d+ ±[\d.]+.% +1[45]\.\d+ ±[\d.]+.% +[12]\.\d+× \["));
        Assert.That(run.Output, Does.Contain("geometric mean of 2"));
        Assert.That(run.Output, Does.EndWith($"report: {lab.PathOf(".iolab/report.html")}\n"));
        Assert.That(File.ReadAllText(lab.PathOf(".iolab/report.html")), Does.Contain("doubling"));
        Assert.That((await lab.RunAsync("history", "list")).Output, Does.Match(@"fake +answer +time \(ns\) +fast +rounds"));
    }

    [Test]
    public async Task Bench_keeps_the_table_s_order_and_compares_with_the_named_reference()
    {
        CliRun run = await lab.RunAsync("bench", "--quick", "--no-store", "--reference", "fast", "answer");

        Assert.That(run.Output, Does.Contain("tree vs fast").And.Match(@"0\.[45]\d+× \["));
        Assert.That(run.Output, Does.Not.Contain("report:"));
        Assert.That(File.Exists(lab.PathOf(".iolab/history.db")), Is.False);
    }

    [Test]
    public async Task A_wrong_result_is_a_failure_and_not_a_time()
    {
        lab.AddBenchmark("fake/wrong", "# unit: ns\n# expect: 7\nwork 10us result 8");

        CliRun run = await lab.RunAsync("bench", "--quick", "--no-store", "wrong");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("failed").And.Contain("0 of 2 measured"));
    }

    [Test]
    public async Task Bench_json_has_rows_and_raw_samples()
    {
        JsonElement json = JsonDocument.Parse((await lab.RunAsync("bench", "--quick", "--no-store", "--json", "answer")).Output).RootElement;
        JsonElement fast = json.GetProperty("rows")[1];

        Assert.That(json.GetProperty("schema").GetString(), Is.EqualTo("iolab-bench/1"));
        Assert.That(fast.GetProperty("backend").GetString(), Is.EqualTo("fast"));
        Assert.That(fast.GetProperty("speedup").GetProperty("value").GetDouble(), Is.EqualTo(2).Within(0.1));
        Assert.That(fast.GetProperty("samples").GetArrayLength(), Is.GreaterThan(10));
        Assert.That(fast.GetProperty("samples")[0].GetProperty("elapsedNs").GetDouble(), Is.GreaterThan(0));
    }

    [Test]
    public async Task Labels_keep_series_apart()
    {
        await lab.RunAsync("bench", "--quick", "answer", "--label", "before", "--backend", "fast");

        Assert.That((await lab.RunAsync("history", "list", "--label", "before", "--json")).Output, Does.Contain("\"label\": \"before\""));
    }

    [TestCase("bench", "--quick", "--rigorous")]
    [TestCase("bench", "--engine", "stopwatch")]
    [TestCase("bench", "--no-store", "--save-baseline", "x")]
    [TestCase("bench", "nothing-of-that-name")]
    [TestCase("bench", "--reference", "fast", "--backend", "tree")]
    [TestCase("gate", "--threshold", "5")]
    [TestCase("gate", "--threshold", "0%")]
    [TestCase("gate", "--baseline", "a", "--save-baseline", "b")]
    [TestCase("history")]
    [TestCase("history", "lits")]
    [TestCase("history", "list")]
    [TestCase("history", "import", "nowhere.json")]
    [TestCase("report")]
    public async Task What_cannot_be_is_a_usage_error(params string[] words)
    {
        CliRun run = await lab.RunAsync(words);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Output + run.Error);
        Assert.That(run.Error, Does.StartWith("iolab: "));
    }

    [Test]
    public async Task Gate_without_a_baseline_says_what_to_type()
    {
        CliRun run = await lab.RunAsync("gate");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("there is no baseline main").And.Contain("./iolab gate --save-baseline main"));
    }

    [Test]
    public async Task Gate_passes_when_nothing_changed_and_fails_when_the_machine_is_slowed()
    {
        CliRun saved = await lab.RunAsync("gate", "--save-baseline", "main");
        CliRun same = await lab.RunAsync("gate");
        CliRun slowed = await lab.RunAsync("gate", "--slow-by", "10%", "--backend", "fast", "--json");
        CliRun shown = await lab.RunAsync("gate", "--slow-by", "10%", "--backend", "fast");

        Assert.That(saved.Output, Does.StartWith("baseline main version 1: "));
        Assert.That(same.ExitCode, Is.Zero, same.Output);
        Assert.That(same.Output, Does.Contain("PASS: 0 of "));
        Assert.That(slowed.ExitCode, Is.EqualTo(1), slowed.Output);
        Assert.That(JsonDocument.Parse(slowed.Output).RootElement.GetProperty("verdict").GetString(), Is.EqualTo("fail"));
        Assert.That(shown.Output, Does.Match(@"fail +fake/answer time +fast\[slowed\] +\+\d+\.\d.%").And.Contain("again: ./iolab gate --slow-by 10% --backend fast"));
    }

    [Test]
    public async Task The_anchor_is_judged_only_when_it_was_asked_for()
    {
        await lab.RunAsync("gate", "--save-baseline", "main", "answer");
        CliRun one = await lab.RunAsync("gate", "answer", "--backend", "fast", "--json"), both = await lab.RunAsync("gate", "answer", "--backend", "fast,tree", "--json");

        Assert.That(Judged(one), Is.EquivalentTo(new[] { "fast" }), one.Output);
        Assert.That(Judged(both), Is.EquivalentTo(new[] { "fast", "tree" }), both.Output);

        static IEnumerable<string> Judged(CliRun run) => Descendants(JsonDocument.Parse(run.Output).RootElement)
            .Where(element => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("noiseFloor", out _) && element.TryGetProperty("backend", out _))
            .Select(element => element.GetProperty("backend").GetString()!).Distinct();
    }

    [Test]
    public async Task A_gate_takes_eight_invocations_with_four_times_the_rounds_of_its_effort_and_its_baseline_three_times_as_many()
    {
        await lab.RunAsync("gate", "--save-baseline", "main", "--quick", "answer", "--backend", "tree");
        await lab.RunAsync("gate", "--quick", "answer", "--backend", "tree", "--once");
        await lab.RunAsync("history", "export", lab.PathOf("export.json"));

        JsonElement[] points = [.. Descendants(JsonDocument.Parse(File.ReadAllText(lab.PathOf("export.json"))).RootElement)
            .Where(element => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("samples", out _))];
        IEnumerable<(int, int)> shapes = points.Select(point => point.GetProperty("samples").EnumerateArray().Select(sample => (sample[0].GetInt32(), sample[1].GetInt32())).Max());

        Assert.That(shapes.Distinct(), Is.EquivalentTo(new[] { (23, 15), (7, 15) }));
    }

    private static IEnumerable<JsonElement> Descendants(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Descendants(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Descendants).Prepend(element),
        _ => [element],
    };

    [Test]
    public async Task Gate_says_undecidable_where_it_is_blind()
    {
        lab.AddBenchmark("fake/noisy", "# unit: ns\n# expect: 42\nwork 30us jitter 60% result 42");
        await lab.RunAsync("gate", "--save-baseline", "main", "--quick", "noisy");

        CliRun run = await lab.RunAsync("gate", "--quick", "noisy", "--threshold", "0.5%");

        Assert.That(run.ExitCode, Is.EqualTo(5), run.Output);
    }

    [Test]
    public async Task History_goes_out_and_comes_back()
    {
        await lab.RunAsync("bench", "--quick", "answer");
        string filePath = lab.PathOf("export.json"), otherStore = lab.PathOf("other.db");

        await lab.RunAsync("history", "export", filePath);
        CliRun first = await lab.RunAsync("history", "import", filePath, "--store", otherStore);
        CliRun second = await lab.RunAsync("history", "import", filePath, "--store", otherStore);

        Assert.That(first.Output, Does.Match(@"^\d+ points of 1 runs added, 0 were there already\n$"));
        Assert.That(second.Output, Does.Match(@"^0 points of 1 runs added, \d+ were there already\n$"));
        Assert.That((await lab.RunAsync("history", "show", "answer", "--store", otherStore)).Output, Does.Contain("fake/answer time on fast, rounds"));
    }

    [Test]
    public async Task The_io_project_s_history_is_understood()
    {
        File.WriteAllText(lab.PathOf("history.json"), """[{"date":"2026-06-01","commit":"abc","machine":"m","ioVersion":"1","metrics":{"localAccesses":40}}]""");

        CliRun run = await lab.RunAsync("history", "import", lab.PathOf("history.json"));

        Assert.That(run.Output, Is.EqualTo("1 points of 1 runs added, 0 were there already\n"));
        Assert.That((await lab.RunAsync("history", "show", "--backend", "io")).Output, Does.Contain("40.00 Mops/s"));
        Assert.That((await lab.RunAsync("history", "export", "--shape", "io")).Output, Does.Contain("\"localAccesses\": 40"));
    }

    [Test]
    public async Task The_report_follows_the_last_results()
    {
        await lab.RunAsync("conform");
        await lab.RunAsync("bench", "--quick", "answer");

        CliRun html = await lab.RunAsync("report", "--out", lab.PathOf("r.html"));
        await lab.RunAsync("report", "--out", lab.PathOf("r.md"));

        Assert.That(html.Output, Is.EqualTo(lab.PathOf("r.html") + "\n"));
        Assert.That(File.ReadAllText(lab.PathOf("r.html")), Does.Contain("print").And.Contain("./iolab bench --quick answer"));
        Assert.That(File.ReadAllText(lab.PathOf("r.md")), Does.StartWith("**"));
    }

    [Test]
    public async Task The_environment_is_described()
    {
        Assert.That((await lab.RunAsync("env")).Output, Does.Contain("processor").And.Contain("runtime    .NET"));
        Assert.That(JsonDocument.Parse((await lab.RunAsync("env", "--json")).Output).RootElement.GetProperty("schema").GetString(), Is.EqualTo("iolab-environment/1"));
    }
}
