using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Harness.Tests.Diff;

[TestFixture, CancelAfter(60_000)]
internal sealed class ResultComparerSpecs
{
    [Test]
    public void A_result_agrees_with_itself() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<Outcome>(), (output, outcome) =>
    {
        RunResult result = Output(output ?? "") with { Outcome = outcome, Exception = new RaisedException("E", output ?? "", "") };
        return ResultComparer.Compare(result, result) is null;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Comparing_is_symmetric() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (a, b) =>
    {
        Difference? there = ResultComparer.Compare(Output(a ?? ""), Output(b ?? "")), back = ResultComparer.Compare(Output(b ?? ""), Output(a ?? ""));
        return there?.Line == back?.Line && there?.Left == back?.Right && there?.Right == back?.Left;
    }).QuickCheckThrowOnFailure();

    [TestCase("a 0x1f b 0x2f c 0x1f", "a 0xaa b 0xbb c 0xaa", true)]
    [TestCase("a 0x1f b 0x2f c 0x1f", "a 0xaa b 0xbb c 0xbb", false)]
    [TestCase("-nan", "nan", true)]
    [TestCase("banana-nana", "banananana", false)]
    [TestCase("1\n2\n", "1\n2", false)]
    [TestCase("1", "2", false)]
    public void Outputs_agree_but_for_identities_and_the_sign_of_nan(string left, string right, bool agree) =>
        Assert.That(ResultComparer.Compare(Output(left), Output(right)) is null, Is.EqualTo(agree));

    [Test]
    public void The_first_differing_line_is_named_with_its_surroundings()
    {
        Difference difference = ResultComparer.Compare(Output("a\nb\nc\n"), Output("a\nB\nc\n"))!;
        Assert.Multiple(() =>
        {
            Assert.That(difference.Describe("tree", "closure"), Is.EqualTo("output line 2: tree: b | closure: B"));
            Assert.That(difference.Context, Does.Contain("- b").And.Contain("+ B").And.Contain("  a"));
        });
    }

    [TestCase("a\nb", "a", "b", "(end of output)")]
    [TestCase("a\n", "a\nb\n", "(end of output)", "b")]
    [TestCase("a\n", "a", "(a final newline)", "(end of output)")]
    [TestCase("a\n", "a\n\n", "(end of output)", "(a final newline)")]
    public void The_end_of_output_is_named_as_such(string left, string right, string shownLeft, string shownRight)
    {
        Difference difference = ResultComparer.Compare(Output(left), Output(right))!;
        Assert.That((difference.Left, difference.Right), Is.EqualTo((shownLeft, shownRight)));
    }

    [Test]
    public void Exceptions_compare_by_type_and_message_and_never_by_trace()
    {
        RunResult one = Raised("Exception", "no", "frames"), other = Raised("Exception", "no", "other frames");
        Assert.Multiple(() =>
        {
            Assert.That(ResultComparer.Compare(one, other), Is.Null);
            Assert.That(ResultComparer.Compare(one, Raised("Error", "no", ""))!.Kind, Is.EqualTo(DifferenceKind.ExceptionType));
            Assert.That(ResultComparer.Compare(one, Raised("Exception", "yes", ""))!.Kind, Is.EqualTo(DifferenceKind.ExceptionMessage));
        });
    }

    [Test]
    public void Exit_codes_and_standard_error_are_never_compared() =>
        Assert.That(ResultComparer.Compare(Output("1") with { ExitCode = 3, StandardError = "x" }, Output("1")), Is.Null);

    [Test]
    public void Output_before_a_limit_is_not_compared()
    {
        RunResult left = Output("1") with { Outcome = Outcome.TimedOut }, right = Output("12") with { Outcome = Outcome.TimedOut };
        Assert.That(ResultComparer.Compare(left, right), Is.Null);
    }

    [Test]
    public void Traces_are_compared_where_both_have_one()
    {
        RunResult left = Output("1") with { Trace = new TraceDigest(5, 1, [], 10) }, right = Output("1") with { Trace = new TraceDigest(5, 2, [], 10) };
        Assert.Multiple(() =>
        {
            Assert.That(ResultComparer.Compare(left, right)!.Kind, Is.EqualTo(DifferenceKind.Trace));
            Assert.That(ResultComparer.Compare(left, Output("1")), Is.Null);
        });
    }

    [TestCase(OutputFreedom.HashOrder, "list(a, b)\n", "list(b, a)\n", true)]
    [TestCase(OutputFreedom.HashOrder, "list(a, b)\n", "list(b, c)\n", false)]
    [TestCase(OutputFreedom.Time, "took 0.25 s\n", "took 3 s\n", true)]
    [TestCase(OutputFreedom.Time, "took 0.25 s\n", "took 3 m\n", false)]
    [TestCase(OutputFreedom.Traces, "\n  Exception: no\n  ---------\n  Object +      doString 1\n  Object a      doString 2\nend\n", "\n  Exception: no\n  ---------\n  Object +      doString 1\nend\n", true)]
    [TestCase(OutputFreedom.Traces, "\n  Exception: no\n  ---------\n  Object +      doString 1\n", "\n  Exception: yes\n  ---------\n  Object +      doString 1\n", false)]
    [TestCase(OutputFreedom.Unspecified, "a", "b", true)]
    public void A_policy_frees_what_it_names_and_nothing_else(OutputFreedom freedom, string left, string right, bool agree) =>
        Assert.That(ResultComparer.Compare(Output(left), Output(right), ComparisonPolicy.Strict with { Freedom = freedom }) is null, Is.EqualTo(agree));

    private static RunResult Output(string text) => new() { Outcome = Outcome.Completed, StandardOutput = text };

    private static RunResult Raised(string type, string message, string trace) =>
        new() { Outcome = Outcome.Raised, Exception = new RaisedException(type, message, trace) };
}
