using System.Text.Json;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Examining;
using IoLab.Differential.Generation;

namespace IoLab.Cli.Tests;

/// <summary><c>iolab reduce</c> with our own machines and with commands of others.</summary>
[CancelAfter(300_000)]
public class ReduceSpecs
{
    private const string Sum = "# a comment\nunused := list(1, 2, 3)\nf := method(n, n % 3)\nf(-7) println\n\"more\" println\nunused size println\n";
    private string dirPath = "";

    [SetUp]
    public void MakeFolder() => dirPath = Directory.CreateTempSubdirectory("iolab-reduce-specs-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(dirPath, true);

    [Test]
    public async Task A_disagreement_of_our_machines_is_kept()
    {
        CliRun run = await ReduceAsync(Write(Sum), "--backends", "tree,closure", "--mutants", "FlooredRemainder");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"^\(\(?-\d\)? % \d\) println\n$"));
        Assert.That(run.Error, Does.Match(@"^iolab: 6 lines \(\d+ messages\) reduced to 1 line \(\d messages\) in \d+ tests and \d+\.\d s\n$"));
    }

    [TestCase("FlooredRemainder", 1)]
    [TestCase("CapturedFormals", 1)]
    [TestCase("SharedListLiteral", 1)]
    public async Task A_planted_bug_in_a_generated_program_comes_down_to_a_few_lines(string mutant, int seed)
    {
        string source = await FindAsync(mutant, (ulong)seed << 32);
        Assert.That(ProgramSize.Of(source).Lines, Is.GreaterThanOrEqualTo(50));

        CliRun run = await ReduceAsync(Write(source), "--backends", "tree,closure", "--mutants", mutant, "--max-time", "60s");

        TestContext.Out.WriteLine(run.Error + run.Output);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(ProgramSize.Of(run.Output).Lines, Is.LessThanOrEqualTo(12), run.Output);
    }

    [Test]
    public async Task The_end_of_a_program_on_one_backend_is_kept()
    {
        CliRun run = await ReduceAsync(Write("a := 1\nb := list(a, 2)\nb foreach(i, v, v println; if(v == 2, v frobnicate))\n"), "--backends", "tree");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"^\d frobnicate\n$"));
    }

    [Test]
    public async Task A_command_decides_by_its_exit_code_in_a_folder_of_its_own()
    {
        string filePath = Write(Sum);
        string test = Path.Combine(dirPath, "test.sh");
        await File.WriteAllTextAsync(test, "test \"$(ls)\" = program.io && grep -q println program.io && ! grep -q frob program.io\n");

        CliRun run = await ReduceAsync(filePath, "--interesting", $"sh {test}", "--jobs", "2");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo("println\n"));
    }

    [Test]
    public async Task The_program_is_written_with_a_header_to_a_file()
    {
        string outputFilePath = Path.Combine(dirPath, "small.io");

        CliRun run = await ReduceAsync(Write(Sum), "--interesting", "grep -q more program.io", "-o", outputFilePath, "--seed", "7-core");

        Assert.That(run.Output, Does.StartWith("iolab: 6 lines"));
        Assert.That(await File.ReadAllTextAsync(outputFilePath), Does.Match(
            @"^# reduced by iolab from 6 lines \(\d+ messages\)\n# kept: grep -q more program.io exits with 0\n# seed: 7-core\n""more""\n$"));
        Assert.That(Directory.GetFiles(dirPath), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Json_tells_sizes_tests_and_the_end()
    {
        CliRun run = await ReduceAsync(Write(Sum), "--interesting", "grep -q more program.io", "--json", "--max-tests", "1");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(json.GetProperty("schema").GetString(), Is.EqualTo("iolab-reduce/1"));
        Assert.That(json.GetProperty("end").GetString(), Is.EqualTo("testLimit"));
        Assert.That(json.GetProperty("tests").GetInt32(), Is.EqualTo(1));
        Assert.That(json.GetProperty("before").GetProperty("lines").GetInt32(), Is.EqualTo(6));
        Assert.That(json.GetProperty("source").GetString(), Does.Contain("more"));
    }

    [Test]
    public async Task A_journal_answers_for_the_command()
    {
        string filePath = Write(Sum), journal = Path.Combine(dirPath, "journal");
        CliRun first = await ReduceAsync(filePath, "--interesting", "grep -q more program.io", "--journal", journal);
        string known = await File.ReadAllTextAsync(journal);

        CliRun second = await ReduceAsync(filePath, "--interesting", "grep -q more program.io", "--journal", journal);

        Assert.That(second.Output, Is.EqualTo(first.Output));
        Assert.That(await File.ReadAllTextAsync(journal), Does.StartWith(known));
        Assert.That((await ReduceAsync(filePath, "--interesting", "grep -q unused program.io", "--journal", journal)).Error, Does.Contain("another reduction"));
    }

    [Test]
    public async Task What_is_not_there_to_begin_with_is_a_negative_verdict()
    {
        CliRun agreeing = await ReduceAsync(Write(Sum), "--backends", "tree,closure"), completing = await ReduceAsync(Write(Sum), "--backends", "tree");
        CliRun boring = await ReduceAsync(Write(Sum), "--interesting", "grep -q xyzzy program.io");

        Assert.That(agreeing.ExitCode, Is.EqualTo(1));
        Assert.That(agreeing.Error, Does.Contain("do not disagree over this program (tree Completed, closure Completed)"));
        Assert.That(completing.ExitCode, Is.EqualTo(1));
        Assert.That(boring.ExitCode, Is.EqualTo(1));
        Assert.That(boring.Error, Does.Contain("not interesting to begin with"));
    }

    [TestCase("either --interesting COMMAND or --backends")]
    [TestCase("either --interesting COMMAND or --backends", "--backends", "tree,closure", "--interesting", "true")]
    [TestCase("go with --backends", "--mutants", "FlooredRemainder", "--interesting", "true")]
    [TestCase("say which with --mutants", "--backends", "tree,closure", "--on", "closure")]
    [TestCase("none of --backends tree,closure", "--backends", "tree,closure", "--mutants", "FlooredRemainder", "--on", "other")]
    [TestCase("did you mean FlooredRemainder?", "--backends", "tree,closure", "--mutants", "FlooredRemaindr")]
    [TestCase("did you mean closure?", "--backends", "tree,closre")]
    [TestCase("the quote ' is not closed", "--interesting", "grep 'a")]
    [TestCase("cannot start no-such-program-here", "--interesting", "no-such-program-here")]
    public async Task What_cannot_be_meant_is_a_usage_error(string message, params string[] words)
    {
        CliRun run = await ReduceAsync(Write(Sum), words);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(message));
    }

    private static Task<CliRun> ReduceAsync(string filePath, params string[] words) => CliRun.OfAsync(["reduce", filePath, .. words], OwnBackends.Table);

    /// <summary>The first generated program of at least 50 lines over which the machines disagree when a bug is planted on one of them.</summary>
    private static async Task<string> FindAsync(string mutant, ulong seed)
    {
        await using var examiner = new Examiner(
            [.. OwnBackends.Table.Select(own => own.Make())],
            new ExaminerOptions { Adjust = (backend, options) => backend.Name == "closure" ? options with { Mutants = [mutant] } : options });
        for (ulong number = seed; number < seed + 3000; number++)
        {
            string source = new ProgramGenerator().Create(number, FeatureWeights.Even).Source;
            if (ProgramSize.Of(source).Lines < 50) continue;
            if ((await examiner.ExamineAsync(new IoProgram { Source = source })).Disagreement is not null) return source;
        }

        throw new InconclusiveException($"no generated program shows {mutant}");
    }

    private string Write(string source)
    {
        string filePath = Path.Combine(dirPath, "program.io");
        File.WriteAllText(filePath, source);
        return filePath;
    }
}
