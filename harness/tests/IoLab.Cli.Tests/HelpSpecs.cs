namespace IoLab.Cli.Tests;

/// <summary>Help and the words that lead to it.</summary>
[CancelAfter(30_000)]
public class HelpSpecs
{
    [TestCase("help")]
    [TestCase("help run")]
    [TestCase("help backends")]
    [TestCase("help disasm")]
    [TestCase("help profile")]
    [TestCase("help repl")]
    [TestCase("help conform")]
    [TestCase("help diff")]
    [TestCase("help fuzz")]
    [TestCase("help merge")]
    [TestCase("help findings")]
    [TestCase("help reduce")]
    [TestCase("help history")]
    [TestCase("help bench")]
    [TestCase("help env")]
    [TestCase("help report")]
    [TestCase("help gate")]
    [TestCase("help selftest")]
    [TestCase("help exit-codes")]
    [TestCase("help configuration")]
    public async Task Pages_are_as_approved(string line)
    {
        CliRun run = await CliRun.OfAsync(line.Split(' '));

        Assert.That(run.ExitCode, Is.Zero);
        Snapshot.Check(line.Replace(' ', '-') + ".txt", run.Output);
    }

    [TestCase("", "help")]
    [TestCase("--help", "help")]
    [TestCase("-h", "help")]
    [TestCase("run --help", "help run")]
    [TestCase("backends -h", "help backends")]
    public async Task All_ways_to_a_page_lead_to_the_same_page(string line, string same)
    {
        CliRun run = await CliRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(run.Output, Is.EqualTo((await CliRun.OfAsync(same.Split(' '))).Output));
    }

    [Test]
    public async Task Every_command_has_a_page_with_two_examples_and_no_line_is_too_long()
    {
        string overview = (await CliRun.OfAsync("help")).Output;
        string[] commands = [.. overview.Split('\n').Where(line => line.StartsWith("  ") && !line.StartsWith("  iolab")).Select(line => line.Trim().Split(' ')[0])];
        Assert.That(commands, Is.Not.Empty);
        foreach (string command in commands)
        {
            string page = (await CliRun.OfAsync("help", command)).Output;
            Assert.That(page.Split("Examples:")[1].Split('\n').Count(line => line.StartsWith("  iolab ")), Is.GreaterThanOrEqualTo(2), command);
            Assert.That(page.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(120), command);
        }
    }

    [TestCase("bakends", "there is no command bakends; did you mean backends?")]
    [TestCase("xyzzy", "known: run, repl, backends")]
    [TestCase("backends --jsno", "unknown option --jsno; did you mean --json?")]
    [TestCase("backends extra", "backends: ")]
    [TestCase("help bakends", "did you mean backends?")]
    public async Task Unknown_words_are_usage_errors(string line, string expected)
    {
        CliRun run = await CliRun.OfAsync(line.Split(' '));

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(expected));
    }

    [Test]
    public async Task The_version_is_printed() => Assert.That((await CliRun.OfAsync("--version")).Output, Does.Match(@"^iolab \d+\.\d+\.\d+\n$"));
}
