using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;
using IoLab.External.Results;

namespace IoLab.External.Tests;

/// <summary>What a child's end means.</summary>
[CancelAfter(30_000)]
public class ClassificationSpecs
{
    [Test]
    public async Task An_uncaught_exception_is_read_off_the_trace_although_the_exit_code_is_0()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("print before", "raise MyError went\\nwrong"));

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Raised));
        Assert.That(result.StandardOutput, Is.EqualTo("before\n"));
        Assert.That(result.Exception!.Type, Is.EqualTo("MyError"));
        Assert.That(result.Exception.Message, Is.EqualTo("went\nwrong"));
        Assert.That(result.Exception.Trace, Is.EqualTo("\n  MyError: went\nwrong\n  ---------\n  nothing on stack\n"));
    }

    [Test]
    public async Task A_compile_error_is_a_syntax_error()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("raise Exception compile error: \"unmatched ()s\" on line 1 character 4"));

        Assert.That(result.Outcome, Is.EqualTo(Outcome.SyntaxError));
        Assert.That(result.Exception!.Message, Does.StartWith("compile error:"));
    }

    [TestCase(11, "SIGSEGV")]
    [TestCase(6, "SIGABRT")]
    [TestCase(9, "SIGKILL")]
    public async Task A_signal_is_a_crash(int signal, string name)
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("print before", $"signal {signal}", "sleep 5000"));

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Crashed));
        Assert.That(result.Detail, Does.StartWith(name));
        Assert.That(result.StandardOutput, Is.EqualTo("before\n"));
    }

    [TestCase(0, "", "", Outcome.Completed)]
    [TestCase(3, "", "", Outcome.Completed)]
    [TestCase(139, "", "", Outcome.Crashed)]
    [TestCase(134, "", "wasm trap: at IoLexer_free", Outcome.SyntaxError)]
    [TestCase(134, "output", "wasm trap: at IoLexer_free", Outcome.Crashed)]
    [TestCase(1, "output", "RuntimeError: memory access out of bounds", Outcome.Crashed)]
    [TestCase(1, "", "Error: the `_start` function trapped", Outcome.Crashed)]
    [TestCase(1, "", "an ordinary complaint", Outcome.Completed)]
    [TestCase(70, "\n  Exception: x\n  ---------\n  nothing on stack\n", "", Outcome.Raised)]
    [TestCase(65, "\n  Exception: compile error: x\n  ---------\n  nothing on stack\n", "", Outcome.SyntaxError)]
    [TestCase(70, "\n  Exception: compile error: x\n  ---------\n  nothing on stack\n", "", Outcome.Raised)]
    public void Exit_code_output_and_error_decide_together(int code, string output, string error, Outcome expected)
    {
        var run = new BoundedExit(new ChildExit(code, default), StopReason.None, Encoding.UTF8.GetBytes(output), Encoding.UTF8.GetBytes(error));

        Assert.That(Classifier.ToResult(run, new RunLimits(), Visibility.Collected).Outcome, Is.EqualTo(expected));
    }
}
