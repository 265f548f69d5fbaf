using System.Text.Json;
using IoLab.Bytecode;
using IoLab.Contract;

namespace IoLab.Cli.Tests;

/// <summary><c>iolab profile</c>: tables, flame graphs, and what it does with programs that end badly.</summary>
[CancelAfter(60_000)]
public class ProfileSpecs
{
    private static readonly IReadOnlyList<(string, Func<IBackend>)> Machines =
        [("scripted", () => new ScriptedBackend("scripted")), ("bytecode", () => new BytecodeBackend())];

    private const string Fib = "fib := method(n, if(n < 2, n, fib(n - 1) + fib(n - 2)))\nfib(15) println\n";

    private static Task<CliRun> Run(params string[] words) => CliRun.OfAsync(words, Machines);

    private static string Temporary(string name) => Path.Combine(Directory.CreateTempSubdirectory("iolab-profile-").FullName, name);

    [Test]
    public async Task The_tables_have_the_hottest_first_and_the_program_prints_beside_them()
    {
        CliRun run = await Run("profile", "--pairs", "--top", "3", "-e", Fib);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "610\n")));
        string[] lines = run.Output.Split('\n');
        Assert.That(lines[0], Does.Match(@"^doString on bytecode: [\d\u202f]+ instructions in 1975 calls, .+ allocated; \d+ samples, one every 997 instructions$"));
        string first = lines.SkipWhile(line => !line.StartsWith("methods", StringComparison.Ordinal)).Skip(3).First();
        Assert.That(first, Does.Match(@"^\s*99\.\d %\s+100\.0 %\s+1973\s.*\sfib\s+doString:1$"));
        foreach (string head in new[] { "methods", "instructions (the first 3 of ", "pairs of instructions", "sites that miss, of ", "sites that allocate" })
            Assert.That(run.Output, Does.Contain("\n" + head));
    }

    [Test]
    public async Task The_json_has_a_schema_and_everything()
    {
        JsonElement json = JsonDocument.Parse((await Run("profile", "--json", "--top", "1", "-e", Fib)).Output).RootElement;

        Assert.That((json.GetProperty("schema").GetString(), json.GetProperty("backend").GetString()), Is.EqualTo(("iolab-profile/1", "bytecode")));
        JsonElement[] frames = [.. json.GetProperty("frames").EnumerateArray()], methods = [.. json.GetProperty("methods").EnumerateArray()];
        Assert.That(methods.Select(method => frames[method.GetProperty("frame").GetInt32()].GetProperty("name").GetString()), Is.SupersetOf(new[] { "fib", "program" }));
        Assert.That(json.GetProperty("opcodes").EnumerateArray().Sum(opcode => opcode.GetProperty("count").GetInt64()), Is.EqualTo(json.GetProperty("instructions").GetInt64()));
        Assert.That(json.GetProperty("stacks").EnumerateArray().Sum(stack => stack.GetProperty("samples").GetInt64()), Is.EqualTo(json.GetProperty("samples").GetInt64()));
        Assert.That(json.GetProperty("sites").EnumerateArray().Select(site => site.GetProperty("hits").GetInt64() + site.GetProperty("misses").GetInt64() - site.GetProperty("count").GetInt64()), Is.All.Zero);
        Assert.That(json.GetProperty("pairs").EnumerateArray().First().GetProperty("adjacent").GetInt64(), Is.GreaterThan(1000));
    }

    [Test]
    public async Task Folded_stacks_are_frames_and_a_count()
    {
        string filePath = Temporary("fib.folded");

        CliRun run = await Run("profile", "--folded", filePath, "--every", "100", "-e", Fib);

        Assert.That(run.ExitCode, Is.Zero);
        string[] lines = File.ReadAllLines(filePath);
        Assert.That(lines, Is.Not.Empty.And.All.Match(@"^[^;]+(;[^;]+)* [1-9]\d*$"));
        Assert.That(lines, Has.Some.Match(@"^program \(doString:1\);fib \(doString:1\) \d+$"));
    }

    [Test]
    public async Task The_speedscope_file_has_what_its_format_requires()
    {
        string filePath = Temporary("fib.json");

        await Run("profile", "--speedscope", filePath, "-e", Fib + "list(3, 1, 2) sort; 1000 repeat(Object clone)");

        JsonElement root = JsonDocument.Parse(File.ReadAllText(filePath)).RootElement;
        Assert.That(root.GetProperty("$schema").GetString(), Is.EqualTo("https://www.speedscope.app/file-format-schema.json"));
        JsonElement[] frames = [.. root.GetProperty("shared").GetProperty("frames").EnumerateArray()];
        Assert.That(frames.Select(frame => frame.GetProperty("name").GetString()), Is.EqualTo(new[] { "program", "fib" }));
        JsonElement[] profiles = [.. root.GetProperty("profiles").EnumerateArray()];
        Assert.That(profiles.Select(profile => profile.GetProperty("unit").GetString()), Is.EqualTo(new[] { "none", "bytes" }));
        foreach (JsonElement profile in profiles)
        {
            Assert.That((profile.GetProperty("type").GetString(), profile.GetProperty("startValue").GetInt64()), Is.EqualTo(("sampled", 0L)));
            JsonElement[] samples = [.. profile.GetProperty("samples").EnumerateArray()];
            long[] weights = [.. profile.GetProperty("weights").EnumerateArray().Select(weight => weight.GetInt64())];
            Assert.That(profile.GetProperty("name").GetString(), Is.Not.Empty);
            Assert.That(samples, Has.Length.EqualTo(weights.Length).And.Length.GreaterThan(0));
            Assert.That(weights.Sum(), Is.EqualTo(profile.GetProperty("endValue").GetInt64()));
            Assert.That(samples.SelectMany(sample => sample.EnumerateArray()).Select(index => index.GetInt32()), Is.All.InRange(0, frames.Length - 1));
        }
    }

    [TestCase("Exception raise(\"no\")", 70, "no")]
    [TestCase("while(true, nil)", 2, "TimedOut")]
    [TestCase("System exit(7)", 7, "")]
    public async Task However_the_program_ends_there_is_a_profile(string ending, int exitCode, string error)
    {
        CliRun run = await Run("profile", "--time", "2s", "-e", Fib + ending);

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error, Does.Contain(error));
        Assert.That(run.Output, Does.Contain("fib"));
    }

    [Test]
    public async Task An_interrupted_program_has_one_too()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5));

        CliRun run = await CliRun.OfAsync(["profile", "-e", "spin := method(while(true, nil)); spin"], Machines, cancellation.Token);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((130, "iolab: interrupted\n")));
        Assert.That(run.Output, Does.Contain("spin"));
    }

    [TestCase("profile", 3, "profile needs a file, -e CODE or --benchmark")]
    [TestCase("profile -e 1 --benchmark awfy/List", 3, "profile needs a file, -e CODE or --benchmark")]
    [TestCase("profile no-such-file.io", 3, "there is no file no-such-file.io")]
    [TestCase("profile --backend scripted -e 1", 3, "scripted does not profile; bytecode does")]
    [TestCase("profile --folded /no/such/folder/x -e 1", 3, "--folded /no/such/folder/x: ")]
    [TestCase("profile -e (", 65, "SyntaxError")]
    public async Task What_cannot_be_profiled_is_said(string line, int exitCode, string error)
    {
        CliRun run = await Run(line.Split(' '));

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error, Does.Contain(error));
    }
}
