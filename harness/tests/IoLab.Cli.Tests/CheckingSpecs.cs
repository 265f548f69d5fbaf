using System.Text.Json;
using System.Xml.Linq;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Cli.Tests;

/// <summary><c>conform</c>, <c>diff</c> and <c>selftest</c>.</summary>
[CancelAfter(60_000)]
public class CheckingSpecs
{
    private Lab lab = null!;

    [SetUp]
    public void MakeLab() => lab = new Lab();

    [TearDown]
    public void RemoveLab() => lab.Dispose();

    [Test]
    public async Task Conform_passes_when_all_expectations_are_met()
    {
        CliRun run = await lab.RunAsync("conform");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"^tree  2 passed\nfast  2 passed\nPASS: 2 cases on 2 backends in \d+\.\d s\n$"));
    }

    [Test]
    public async Task Conform_shows_what_failed_and_the_command_that_repeats_it()
    {
        lab.AddCase("print/wrong", "print 3", "4\n");

        CliRun run = await lab.RunAsync("conform", "--backend", "tree");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("print/wrong on tree: output line 1: expected: 4 | tree: 3\n    ./iolab conform --backend tree print/wrong"));
        Assert.That(run.Output, Does.Contain("FAIL: 3 cases on 1 backends"));
    }

    [Test]
    public async Task Conform_selects_lists_and_refuses_by_pattern()
    {
        Assert.That((await lab.RunAsync("conform", "--list")).Output, Is.EqualTo("print/one\nprint/two\n"));
        Assert.That((await lab.RunAsync("conform", "one", "--list")).Output, Is.EqualTo("print/one\n"));
        CliRun none = await lab.RunAsync("conform", "nothing");
        Assert.That(none.ExitCode, Is.EqualTo(3));
        Assert.That(none.Error, Does.Contain("no case matches 'nothing'"));
    }

    [Test]
    public async Task Conform_writes_json_and_junit()
    {
        CliRun run = await lab.RunAsync("conform", "--json", "--junit", lab.PathOf("out.xml"));
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;

        Assert.That(json.GetProperty("schema").GetString(), Is.EqualTo("iolab-conform/1"));
        Assert.That(json.GetProperty("counts").GetProperty("passed").GetInt32(), Is.EqualTo(4));
        Assert.That(json.GetProperty("results").GetArrayLength(), Is.EqualTo(4));
        Assert.That(XDocument.Load(lab.PathOf("out.xml")).Root!.Attribute("tests")!.Value, Is.EqualTo("4"));
    }

    [Test]
    public async Task Recording_writes_expectations_that_then_hold()
    {
        lab.AddCase("print/new", "print 5", null);
        Assert.That((await lab.RunAsync("conform", "new")).ExitCode, Is.EqualTo(1));

        CliRun recorded = await lab.RunAsync("conform", "--record", "--oracle", "tree", "new");

        Assert.That(recorded.ExitCode, Is.Zero, recorded.Error);
        Assert.That(recorded.Output, Does.Contain("written   print/new").And.Contain("1 cases by tree 1.0: 1 written"));
        Assert.That((await lab.RunAsync("conform", "new")).ExitCode, Is.Zero);
    }

    [TestCase("conform", "--record")]
    [TestCase("conform", "--oracle", "tree")]
    [TestCase("diff", "tree")]
    [TestCase("diff", "tree", "fast")]
    [TestCase("diff", "tree", "fast", "nowhere.io")]
    [TestCase("diff", "tree", "fats", "--corpus")]
    public async Task What_is_missing_is_a_usage_error(params string[] words) => Assert.That((await lab.RunAsync(words)).ExitCode, Is.EqualTo(3));

    [Test]
    public async Task Diff_agrees_over_the_corpus()
    {
        CliRun run = await lab.RunAsync("diff", "tree", "fast", "--corpus");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Is.EqualTo("SAME: 2 agree, 0 differ\n"));
    }

    [Test]
    public async Task Diff_shows_the_first_difference_and_the_command_that_repeats_it()
    {
        lab.Backends = [("tree", () => new FakeBackend(lab.Machine, "tree")), ("fast", () => new BrokenBackend(new FakeBackend(lab.Machine, "fast"), () => new ExtraOutput()))];

        CliRun run = await lab.RunAsync("diff", "tree", "fast", "-e", "print 1");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.StartWith("-e: output line "));
        Assert.That(run.Output, Does.Contain("./iolab diff tree fast -e 'print 1'"));
        Assert.That(run.Output, Does.EndWith("DIFFERENT: 0 agree, 1 differ\n"));
    }

    [Test]
    public async Task Diff_runs_files_as_the_directives_given_with_them_say()
    {
        string filePath = lab.PathOf("sums.io");
        File.WriteAllText(filePath, "args\nstdin");

        CliRun run = await lab.RunAsync("diff", "tree", "fast", "--directive", "args: 3 4", "--directive", @"stdin: one\ntwo", filePath, "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        JsonElement program = JsonDocument.Parse(run.Output).RootElement.GetProperty("programs")[0];
        Assert.That(program.GetProperty("results")[0].GetProperty("standardOutput").GetString(), Is.EqualTo("3,4\none\ntwo\n"));
        Assert.That(program.GetProperty("repeat").GetString(), Is.EqualTo($@"./iolab diff tree fast --directive 'args: 3 4' --directive 'stdin: one\ntwo' {filePath}"));
    }

    [Test]
    public async Task Diff_refuses_what_is_no_directive()
    {
        File.WriteAllText(lab.PathOf("sums.io"), "args");

        CliRun run = await lab.RunAsync("diff", "tree", "fast", "--directive", "arguments: 3", lab.PathOf("sums.io"));

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("'arguments: 3' is no directive"));
    }

    [Test]
    public async Task Diff_without_an_end_is_no_verdict()
    {
        CliRun run = await lab.RunAsync("diff", "tree", "fast", "-e", "crash", "--json");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("programs")[0].GetProperty("verdict").GetString(), Is.EqualTo("noVerdict"));
    }

    [Test]
    public async Task Self_test_prints_the_matrix()
    {
        CliRun run = await lab.RunAsync("selftest");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Match(@"slow by 10% +- +- +- +found"));
        Assert.That(run.Output, Does.EndWith("24 of 24 found, score 1.000\n"));
    }

    [Test]
    public async Task Self_test_lists_faults_and_mutants()
    {
        lab.Backends = [("scripted", () => new ScriptedBackend("scripted"))];

        CliRun run = await lab.RunAsync("selftest", "--list");

        Assert.That(run.Output, Does.Contain("memory leak").And.Match(@"everything/scripted\n +WrongWord +Ends otherwise\."));
    }
}
