using System.Text.Json;
using IoLab.Contract;
using IoLab.Differential.Generation;

namespace IoLab.Cli.Tests;

/// <summary>Campaigns of our own machines with a planted bug, in this process.</summary>
[CancelAfter(240_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FuzzSpecs
{
    private static readonly (string, Func<IBackend>)[] Machines = [("tree", () => new Tree.TreeBackend()), ("closure", () => new Closure.ClosureBackend())];
    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-fuzz-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(dirPath, true);

    [Test]
    public async Task A_planted_bug_is_found_and_shards_merged_find_what_one_run_finds()
    {
        string[] campaign = ["fuzz", "--seed", "11", "--count", "48", "--mutants", "SharedListLiteral,ForeachWalksCopy,CloneInitMixUp", "--on", "closure", "--json"];
        CliRun whole = await RunAsync([.. campaign, "--dir", PathOf("whole"), "--jobs", "2"]);
        foreach (int number in new[] { 1, 2, 3 }) await RunAsync([.. campaign, "--dir", PathOf($"shard-{number}"), "--shard", $"{number}/3", "--jobs", $"{number}"]);
        CliRun merged = await RunAsync("merge", PathOf("shard-1"), PathOf("shard-2"), PathOf("shard-3"), "--into", PathOf("merged"), "--json");

        Assert.That(whole.ExitCode, Is.EqualTo(1), whole.Error);
        Assert.That(merged.ExitCode, Is.EqualTo(1), merged.Error);
        Assert.That(Summary(whole, "findings").EnumerateArray().Select(finding => finding.GetProperty("component").GetString()), Has.Some.EqualTo("evaluation/closure"));
        foreach (string field in new[] { "programs", "findings", "edges", "outcomes", "sightings", "medianSteps" })
        {
            Assert.That(Summary(merged, field).GetRawText(), Is.EqualTo(Summary(whole, field).GetRawText()), field);
        }

        Assert.That(Findings("merged"), Is.EqualTo(Findings("whole")).And.Not.Empty);
    }

    [Test]
    public async Task What_is_found_is_told_as_it_happens()
    {
        string eventsFilePath = PathOf("events.jsonl");
        CliRun run = await RunAsync("fuzz", "--seed", "3", "--count", "32", "--dir", PathOf("told"), "--mutants", "SharedListLiteral,ForeachWalksCopy,CloneInitMixUp", "--no-reduce", "--events", eventsFilePath);
        string[] events = [.. File.ReadAllLines(eventsFilePath).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()!)];

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain("programs   32; now 32 in").And.Contain("FOUND: "));
        Assert.That(events, Does.Contain("finding"));
        Assert.That(events[^1], Is.EqualTo("summary"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Bugs_are_planted_on_the_last_backend_that_has_them()
    {
        CliRun run = await RunAsync("fuzz", "--seed", "3", "--count", "4", "--dir", PathOf("able"), "--backends", "closure,tree", "--mutants", "CloneInitMixUp", "--no-reduce");
        Assert.That(run.Error, Does.Contain("planted on closure").And.Contain("tree").And.Contain("--on"));
    }

    [Test]
    public async Task A_campaign_goes_on_only_as_it_was_begun()
    {
        string[] campaign = ["fuzz", "--seed", "5", "--dir", PathOf("stored")];
        await RunAsync([.. campaign, "--count", "4"]);
        CliRun again = await RunAsync([.. campaign, "--count", "8"]);
        CliRun other = await RunAsync("fuzz", "--resume", "--dir", PathOf("stored"), "--seed", "6", "--no-reduce");
        CliRun further = await RunAsync("fuzz", "--resume", "--dir", PathOf("stored"), "--count", "8");

        Assert.That((again.ExitCode, other.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(again.Error, Does.Contain("there is a campaign in").And.Contain("--resume"));
        Assert.That(other.Error, Does.Contain("seed: 6 instead of 5; reduction: off instead of on"));
        Assert.That(further.Output, Does.Contain("programs   8; now 4 in"), further.Error);
    }

    [Test]
    public async Task The_program_of_a_seed_is_printed()
    {
        string seed = new ProgramSeed(12345, FeatureWeights.Even).ToString();
        CliRun run = await RunAsync("fuzz", "--print", seed);
        CliRun bad = await RunAsync("fuzz", "--print", "12345");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, new ProgramGenerator().Recreate(seed).Source)));
        Assert.That((bad.ExitCode, bad.Error), Is.EqualTo((3, bad.Error)));
        Assert.That(bad.Error, Does.Contain("no seed"));
    }

    [TestCase("fuzz --backends tree", "at least two backends")]
    [TestCase("fuzz --backends tree,tre", "there is no backend tre; did you mean tree?")]
    [TestCase("fuzz --shard 5/4", "such as 1/4")]
    [TestCase("fuzz --seed 5000000000", "4294967295")]
    [TestCase("fuzz --on tree", "--mutants")]
    [TestCase("fuzz --mutants X --on io", "io")]
    [TestCase("fuzz --mutants NoSuchMutant", "NoSuchMutant")]
    [TestCase("merge --into DIR", "directories of campaigns")]
    [TestCase("merge DIR", "--into")]
    [TestCase("merge DIR --into DIR/all", "there is no campaign")]
    public async Task What_cannot_be_done_is_a_usage_error(string line, string expected)
    {
        CliRun run = await RunAsync([.. line.Replace("DIR", dirPath, StringComparison.Ordinal).Split(' '), .. line.StartsWith("fuzz", StringComparison.Ordinal) ? new[] { "--dir", PathOf("new") } : []]);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Output);
        Assert.That(run.Error, Does.Contain(expected));
    }

    private static Task<CliRun> RunAsync(params string[] words) => CliRun.OfAsync(words, Machines);

    private static JsonElement Summary(CliRun run, string field) => JsonDocument.Parse(run.Output).RootElement.GetProperty(field);

    private string PathOf(string name) => Path.Combine(dirPath, name);

    /// <summary>The findings of a directory, without the times at which they were seen.</summary>
    private string[] Findings(string name) => [.. Directory.GetFiles(Path.Combine(PathOf(name), "findings"), "*.json").Order(StringComparer.Ordinal)
        .Select(filePath => string.Join('\n', File.ReadAllLines(filePath).Where(line => !line.Contains("Seen\"", StringComparison.Ordinal))))];
}
