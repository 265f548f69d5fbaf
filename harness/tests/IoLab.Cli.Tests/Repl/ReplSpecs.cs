using IoLab.Cli.Repl;
using IoLab.Contract;

namespace IoLab.Cli.Tests.Repl;

/// <summary><c>iolab repl</c> with its input from a pipe.</summary>
[CancelAfter(60_000)]
public class ReplSpecs
{
    private static readonly string[] Machines = ["tree", "closure"];

    [Test]
    public async Task Every_entry_is_answered([ValueSource(nameof(Machines))] string machine) =>
        Assert.That(await OutputAsync(machine, "1 + 2\n\"a\" .. \"b\"\nx := 5\nx * 2\n"), Is.EqualTo("==> 3\n==> ab\n==> 5\n==> 10\n"));

    [Test]
    public async Task The_last_value_has_a_name() => Assert.That(await OutputAsync("tree", "20 + 1\n_ * 2\n"), Is.EqualTo("==> 21\n==> 42\n"));

    [Test]
    public async Task An_entry_goes_on_while_something_is_open([ValueSource(nameof(Machines))] string machine) => Assert.That(
        await OutputAsync(machine, "f := method(n,\n  n * 2\n)\nf(\n21\n)\n\"\"\"a\nb\"\"\"\n/* a\ncomment */ 7\nlist(1,\n2) size\n1 + \\\n2\n"),
        Does.EndWith("==> 42\n==> a\nb\n==> 7\n==> 2\n==> 3\n"));

    [Test]
    public async Task A_method_is_a_value_and_is_not_called() => Assert.That(await OutputAsync("tree", "f := method(Exception raise(\"called\"))\ngetSlot(\"f\") type\n"), Does.EndWith("==> Block\n"));

    [Test]
    public async Task An_exception_shows_its_trace_and_the_session_goes_on([ValueSource(nameof(Machines))] string machine)
    {
        string output = await OutputAsync(machine, "f := method(Exception raise(\"no\"))\n1; f\n7\n");

        Assert.That(output, Does.Contain("\n  Exception: no\n  ---------\n").And.EndsWith("==> 7\n"));
        Assert.That(output, Does.Match(@"\n  Object f +Command Line 1\n").And.Not.Contain("Repl"));
    }

    [Test]
    public async Task A_syntax_error_is_told_and_the_session_goes_on()
    {
        string output = await OutputAsync("tree", "1 + )\n7\n");

        Assert.That(output, Does.Contain("compile error").And.EndsWith("==> 7\n"));
    }

    [Test]
    public async Task What_the_end_of_the_input_cuts_off_is_told() => Assert.That(await OutputAsync("tree", "f(1,\n"), Does.Contain("compile error"));

    [Test]
    public async Task Blank_lines_and_comments_are_no_entries() => Assert.That(await OutputAsync("tree", "\n  \n# nothing\n// nothing\n;\n1\n"), Is.EqualTo("==> 1\n"));

    [Test]
    public async Task A_value_that_cannot_be_shown_does_no_harm() => Assert.That(
        await OutputAsync("tree", "Object clone do(asString := method(Exception raise(\"shy\")))\n1\n"),
        Does.StartWith("==> <exception while displaying result>\n").And.EndsWith("==> 1\n"));

    [Test]
    public async Task A_program_reads_the_lines_behind_it() => Assert.That(await OutputAsync("tree", "File standardInput readLine\ntyped\n1\n"), Is.EqualTo("==> typed\n==> 1\n"));

    [TestCase("0 41", "==> 42\n")]
    [TestCase("useValue 20 + 1", "==> 22\n")]
    [TestCase("answer 7", "==> 8\n")]
    [TestCase("2 7", "==> 8\n")]
    [TestCase("9\nnobody\n0 1", "restart> a number from 0 to 3 or a name\nrestart> a number from 0 to 3 or a name\nrestart> ==> 2\n")]
    [TestCase("0 Exception raise(\"oops\")\n0 1", "restart> ==> 2\n")]
    [TestCase("", "  Exception: no number\n")]
    [TestCase("abort", "  Exception: no number\n")]
    public async Task A_signal_that_nobody_handles_is_asked_about(string choice, string expected)
    {
        const string Parse = "parse := method(withRestarts(\"useValue\", block(v, v), Restart with(\"skip\", \"leave it out\"), block(0), Exception signal(\"no number\")))";
        foreach (string machine in Machines)
        {
            string output = await OutputAsync(machine, $"{Parse}\nparse + 1\n{choice}\n5\n");

            Assert.That(output, Does.Contain("Exception: no number\n0: [useValue]\n1: [skip] leave it out\n2: [answer] the value of signal\n3: [abort] back to the top level\nrestart> "), machine);
            Assert.That(output, Does.Contain(expected).And.EndsWith("==> 5\n"), machine);
        }
    }

    [Test]
    public async Task A_handler_of_the_program_comes_first() =>
        Assert.That(await OutputAsync("tree", "withHandler(Exception, block(e, r, 3), Exception signal(\"x\") + 1)\n"), Is.EqualTo("==> 4\n"));

    [TestCase("exit\n1\n", 0)]
    [TestCase("System exit(3)\n1\n", 3)]
    [TestCase("1\n", 0)]
    public async Task An_exit_ends_it_with_its_code(string input, int code)
    {
        CliRun run = await RunAsync(["repl"], input);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((code, "")));
        Assert.That(run.Output, Is.EqualTo(input.StartsWith('1') ? "==> 1\n" : ""));
    }

    [Test]
    public async Task A_limit_of_time_ends_an_entry_and_not_the_session()
    {
        CliRun run = await RunAsync(["repl", "--time", "200ms"], "loop(nil)\n1\n");

        Assert.That(run.Error, Does.StartWith("iolab: TimedOut: "));
        Assert.That(run.Output, Is.EqualTo("==> 1\n"));
    }

    [Test]
    public async Task Files_run_first()
    {
        string filePath = Path.GetTempFileName();
        await File.WriteAllTextAsync(filePath, "prepared := 8");

        Assert.That((await RunAsync(["repl", filePath], "prepared\n")).Output, Is.EqualTo("==> 8\n"));
        Assert.That((await RunAsync(["repl", filePath + ".not"], "1\n")).ExitCode, Is.EqualTo(3));
        File.Delete(filePath);
    }

    [Test]
    public async Task A_command_line_is_no_backend_for_it()
    {
        CliRun run = await RunAsync(["repl", "--backend", "nobody"], "1\n");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
    }

    [TestCase("(", true)]
    [TestCase("f(1,", true)]
    [TestCase("\"a", true)]
    [TestCase("\"\"\"a\"", true)]
    [TestCase("/* a", true)]
    [TestCase("1 + \\", true)]
    [TestCase("{ [", true)]
    [TestCase("f(]", false)]
    [TestCase("f(,", false)]
    [TestCase(")", false)]
    [TestCase("1", false)]
    [TestCase("", false)]
    public void What_more_text_may_complete_is_unfinished(string text, bool expected) => Assert.That(Completeness.IsUnfinished(text), Is.EqualTo(expected));

    private static async Task<string> OutputAsync(string machine, string input) => (await RunAsync(["repl", "--backend", machine], input)).Output;

    private static Task<CliRun> RunAsync(string[] words, string input) => CliRun.OfAsync(
        words, [("tree", () => new Tree.TreeBackend()), ("closure", (Func<IBackend>)(() => new Closure.ClosureBackend()))], input: input);
}
