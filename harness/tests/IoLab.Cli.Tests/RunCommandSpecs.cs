namespace IoLab.Cli.Tests;

/// <summary><c>iolab run</c>.</summary>
[CancelAfter(30_000)]
public class RunCommandSpecs
{
    private string dirPath = "";

    [SetUp]
    public void MakeDirectory() => dirPath = Directory.CreateTempSubdirectory("iolab-cli-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(dirPath, true);

    [TestCase("exit 0", 0)]
    [TestCase("exit 3", 3)]
    [TestCase("raise no", 70)]
    [TestCase("syntax no", 65)]
    [TestCase("outcome TimedOut", 2)]
    [TestCase("outcome StepLimit", 2)]
    [TestCase("outcome OutputLimit", 2)]
    [TestCase("outcome OutOfMemory", 2)]
    [TestCase("outcome Crashed", 2)]
    [TestCase("refuse x", 3)]
    [TestCase("throw x", 4)]
    public async Task The_exit_code_tells_how_it_ended(string code, int expected) =>
        Assert.That((await CliRun.OfAsync("run", "-e", code)).ExitCode, Is.EqualTo(expected));

    [Test]
    public async Task The_trace_of_an_uncaught_exception_goes_to_standard_output()
    {
        CliRun run = await CliRun.OfAsync("run", "-e", "raise no");

        Assert.That(run.Output, Is.EqualTo("\n  Exception: no\n  ---------\n  nothing on stack\n"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Words_behind_the_code_belong_to_the_code_and_all_are_arguments()
    {
        Assert.That((await CliRun.OfAsync("run", "-e", "one", "--two", "-e")).Output, Is.EqualTo("one --two -e\n"));
        Assert.That((await CliRun.OfAsync("run", "-e", "args", "x")).Output, Is.EqualTo("-e|args|x\n"));
    }

    [Test]
    public async Task Words_behind_a_file_belong_to_the_guest()
    {
        string filePath = Write("a.io", "args");

        CliRun run = await CliRun.OfAsync("run", "--backend", "other", filePath, "--backend", "-h", "x y");

        Assert.That(run.Output, Is.EqualTo($"{filePath}|--backend|-h|x y\n"));
    }

    [Test]
    public async Task A_file_keeps_its_path_as_label()
    {
        string filePath = Write("a.io", "label");

        Assert.That((await CliRun.OfAsync("run", filePath)).Output, Is.EqualTo($"{filePath} True\n"));
        Assert.That((await CliRun.OfAsync("run", "-e", "label")).Output, Is.EqualTo("doString False\n"));
    }

    [Test]
    public async Task A_missing_file_is_an_io_exception()
    {
        CliRun run = await CliRun.OfAsync("run", "nowhere.io");

        Assert.That(run.Output, Does.Contain("Exception: unable to read file 'nowhere.io'"));
        Assert.That(run.ExitCode, Is.EqualTo(70));
    }

    [Test]
    public async Task Limits_and_settings_reach_the_session()
    {
        CliRun run = await CliRun.OfAsync("run", "--time", "1.5s", "--steps=1_000", "--memory", "64M", "--virtual-clock", "--seed", "7", "-e", "limits");

        Assert.That(run.Output, Is.EqualTo("1.5 1000 67108864 Virtual 7\n"));
    }

    [Test]
    public async Task Standard_input_is_the_guest_s()
    {
        CliRun run = await CliRun.OfAsync(["run", "-e", "cat"], null, input: "typed");

        Assert.That(run.Output, Is.EqualTo("typed"));
    }

    [Test]
    public async Task Counters_go_to_standard_error() =>
        Assert.That((await CliRun.OfAsync("run", "--counters", "-e", "counters")).Error, Does.Contain("1,234 steps"));

    [Test]
    public async Task An_interrupted_run_says_so()
    {
        using var cancel = new CancellationTokenSource(100);

        CliRun run = await CliRun.OfAsync(["run", "-e", "wait"], null, cancel.Token);

        Assert.That(run.ExitCode, Is.EqualTo(130));
        Assert.That(run.Error, Is.EqualTo("iolab: interrupted\n"));
    }

    [TestCase("run", "needs a file or -e CODE")]
    [TestCase("run -e", "-e needs code")]
    [TestCase("run --bakend x a.io", "did you mean --backend?")]
    [TestCase("run --backend", "--backend needs a value")]
    [TestCase("run --backend scripte -e x", "did you mean scripted?")]
    [TestCase("run --trace=yes -e x", "--trace takes no value")]
    [TestCase("run --time 5 -e x", "write a time with its unit")]
    [TestCase("run --memory lots -e x", "write a size with its unit")]
    [TestCase("run --events 5 -e x", "write FIRST..LAST")]
    [TestCase("run --steps 0 -e x", "at least 1")]
    public async Task What_cannot_be_understood_is_a_usage_error_that_says_what_to_type(string line, string expected)
    {
        CliRun run = await CliRun.OfAsync(line.Split(' '));

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.Contain(expected));
    }

    private string Write(string name, string text)
    {
        string filePath = Path.Combine(dirPath, name);
        File.WriteAllText(filePath, text);
        return filePath;
    }
}
