using IoLab.External.Results;

namespace IoLab.External.Tests;

/// <summary>Reading the trace at the end of standard output. The texts are what the reference VM printed.</summary>
public class TraceSpecs
{
    private const string Tail = "  ---------\n  nothing on stack\n";

    [Test]
    public void Output_without_a_trace_is_left_alone() => Check("a\n  b\n", "a\n  b\n", null, null);

    [Test]
    public void Output_that_does_not_end_with_a_newline_is_kept_exactly() =>
        Check("no newline\n  MyErr: nil\n" + Tail, "no newline", "MyErr", "nil");

    [Test]
    public void A_trace_alone_leaves_no_output() => Check("\n  Exception: x\n" + Tail, "", "Exception", "x");

    [Test]
    public void Frames_and_a_blank_line_may_follow() =>
        Check("x\n\n  Exception: e\n  ---------\n  CLI run                              IoState_runCLI() 1\n\n", "x\n", "Exception", "e");

    [Test]
    public void The_message_line_of_a_primitive_error_may_follow() =>
        Check("\n  Exception: unable to read file 'n.io'\n  ---------\n  message 'doFile' in 'libs/iovm/io/CLI.io' on line 64\n\n",
            "", "Exception", "unable to read file 'n.io'");

    [Test]
    public void A_message_may_have_several_lines() => Check("x\n\n  Exception: one\ntwo\n" + Tail, "x\n", "Exception", "one\ntwo");

    [Test]
    public void A_trace_shown_before_is_output() =>
        Check("\n  Exception: inner\n" + Tail + "\n  MyErr: list(1, 2)\n" + Tail, "\n  Exception: inner\n" + Tail, "MyErr", "list(1, 2)");

    [Test]
    public void A_trace_with_output_behind_it_is_output() => Check("\n  Exception: e\n" + Tail + "more\n", "\n  Exception: e\n" + Tail + "more\n", null, null);

    [Test]
    public void Of_a_nested_exception_the_outer_one_counts()
    {
        const string Text = "x\n\n  Exception: outer\nline two\n  ---------\n  CLI run                              IoState_runCLI() 1\n\n"
            + "Nested Exception: ' Exception_0x55a9f276a2c0:\n  coroutine        = Coroutine_0x55a9f26d6070\n  error            = \"inner\"\n'\n\n"
            + "  Exception: inner\n  ---------\n  nothing on stack\n";
        Check(Text, "x\n", "Exception", "outer\nline two");
    }

    [Test]
    public void A_trace_behind_much_output_is_found()
    {
        string output = string.Concat(Enumerable.Repeat("0123456789\n", 20_000));
        Check(output + "\n  Exception: e\n" + Tail, output, "Exception", "e");
    }

    private static void Check(string text, string output, string? type, string? message)
    {
        TraceSplit split = TraceReader.Split(text);
        Assert.That(split.Output, Is.EqualTo(output));
        Assert.That(split.Exception?.Type, Is.EqualTo(type));
        Assert.That(split.Exception?.Message, Is.EqualTo(message));
        Assert.That(split.Output + split.Exception?.Trace, Is.EqualTo(text));
    }
}
