using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Tests.Corpus;

[TestFixture, CancelAfter(60_000)]
internal sealed class ExpectationFormatSpecs
{
    private static readonly Oracle Reference = new("io", "20260302", new DateOnly(2026, 11, 21));

    [Test]
    public void An_expectation_is_written_as_documented()
    {
        var expectation = new Expectation
        {
            Outcome = Outcome.Raised, ExceptionType = "Exception", ExceptionMessage = "no\nsuch \\ slot", StandardOutput = "1\n2", Oracle = Reference, Note = "differs",
        };
        Assert.That(ExpectationFormat.Write(expectation), Is.EqualTo(
            """
            # iolab expectation 1
            # outcome: raised
            # exception: Exception
            # message: no\nsuch \\ slot
            # oracle: io; 20260302; 2026-11-21
            # note: differs
            # end: without newline
            # ---
            1
            2

            """));
    }

    [Test]
    public void Whatever_is_written_is_read_back_equal() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<bool>(),
        (output, message, hasRaised) =>
        {
            var expectation = new Expectation
            {
                Outcome = hasRaised ? Outcome.Raised : Outcome.Completed,
                ExceptionType = hasRaised ? "Exception" : null,
                ExceptionMessage = hasRaised ? message ?? "" : null,
                StandardOutput = output ?? "",
                Oracle = Reference,
            };
            return ExpectationFormat.Parse(ExpectationFormat.Write(expectation), "x.out") == expectation;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Output_that_looks_like_a_header_is_output()
    {
        var expectation = new Expectation { Outcome = Outcome.Completed, StandardOutput = "# ---\n# outcome: raised\n", Oracle = Reference };
        Assert.That(ExpectationFormat.Parse(ExpectationFormat.Write(expectation), "x.out"), Is.EqualTo(expectation));
    }

    [TestCase("hello\n", "x.out:1")]
    [TestCase("# iolab expectation 1\n# outcome: completed\n", "header does not end")]
    [TestCase("# iolab expectation 1\n# outcome: maybe\n# oracle: a; b; 2026-01-01\n# ---\n", "'maybe'")]
    [TestCase("# iolab expectation 1\n# outcome: completed\n# ---\n", "lacks '# oracle")]
    [TestCase("# iolab expectation 1\n# outcome: completed\n# oracle: a b c\n# ---\n", "'a b c'")]
    [TestCase("# iolab expectation 1\n# colour: red\n# ---\n", "x.out:2")]
    [TestCase("# iolab expectation 1\n# outcome: raised\n# exception: E\n# message: \\q\n# oracle: a; b; 2026-01-01\n# ---\n", "x.out:4")]
    public void A_malformed_file_is_refused_with_its_place(string text, string expected) =>
        Assert.That(() => ExpectationFormat.Parse(text, "x.out"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected));
}
