using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Tests.Examining;

/// <summary>Classes of differences that are explained: they excuse what they describe and nothing beside it.</summary>
public class KnownDifferenceSpecs
{
    private static readonly KnownDifference Doubled = Class("doubled", "(\\d)\\1", "\\d"), Crash = Class("crash", "Crashed.*", ".*") with { Program = "\\btry\\b(?!\\()" };

    [TestCase("1\n22\n3", "1\n2\n3", "doubled")]
    [TestCase("22\n1\n33", "2\n1\n3", "doubled")]
    [TestCase("1\n22\n4", "1\n2\n3", "")]
    [TestCase("22 1", "2 1", "")]
    [TestCase("22", "2\n3", "")]
    [TestCase("1", "1", "")]
    public void All_that_differs_must_be_explained(string theirs, string others, string names) =>
        Assert.That(Explain(Completed(theirs), Completed(others), "", Doubled, Crash), Is.EqualTo(Split(names)));

    [Test]
    public void Lines_may_be_explained_by_several_classes_and_are_told_in_the_order_of_the_list() =>
        Assert.That(Explain(Completed("x\n22"), Completed("y\n2"), "", Class("letters", "x", "y"), Doubled), Is.EqualTo(new[] { "letters", "doubled" }));

    [Test]
    public void Lines_without_a_counterpart_are_explained_together() =>
        Assert.That(Explain(Completed("a\nb\nend"), Completed("end"), "", Class("extra", "a\nb", "")), Is.EqualTo(new[] { "extra" }));

    [TestCase("try", true)]
    [TestCase("try(1)", false)]
    public void A_class_may_be_about_some_programs_only(string source, bool isExcused) =>
        Assert.That(Explain(new RunResult { Outcome = Outcome.Crashed, Detail = "SIGABRT" }, Completed("1"), source, Crash).Count, Is.EqualTo(isExcused ? 1 : 0));

    [TestCase("1\n2\n1", "1\n2\n1\n3", "crash")]
    [TestCase("", "1\n2\n1\n3", "crash")]
    [TestCase("1\n22\n", "1\n2\n3\n1\n", "doubled,crash")]
    [TestCase("1\n9\n1", "1\n2\n1\n3", "")]
    [TestCase("1\n2\n3\n4\n", "1\n2\n3", "")]
    public void What_was_written_before_a_crash_is_compared_as_far_as_it_goes(string theirs, string others, string names) =>
        Assert.That(Explain(Completed(theirs) with { Outcome = Outcome.Crashed }, Completed(others), "try", Doubled, Crash), Is.EqualTo(Split(names)));

    [TestCase("x 4.7548875021634691", "x 4.7548875021634682", true)]
    [TestCase("x 4.7548875021634691", "x 4.7548875021", false)]
    [TestCase("x 1", "y 1", false)]
    [TestCase("1 2", "1", false)]
    public void A_class_may_be_about_the_last_digits_of_numbers(string theirs, string others, bool isExcused) =>
        Assert.That(Explain(Completed(theirs), Completed(others), "", Class("digits", ".*", ".*") with { Within = 1e-14 }).Count, Is.EqualTo(isExcused ? 1 : 0));

    [TestCase("x a", "x a\0b", true)]
    [TestCase("x b", "x a\0b", false)]
    public void A_class_may_be_about_what_one_side_says_in_terms_of_the_other(string theirs, string others, bool isExcused) =>
        Assert.That(Explain(Completed(theirs), Completed(others), "", Class("cut off", ".*", ".*") with { Pair = "([^\0]*)\x1f\\1\0.*" }).Count, Is.EqualTo(isExcused ? 1 : 0));

    [TestCase("(")]
    [TestCase("\\")]
    public void A_broken_expression_is_a_fault(string pattern) =>
        Assert.That((Class("broken", "", "") with { Pair = pattern }).Fault(), Is.Not.Null);

    [Test]
    public void Identities_do_not_count() =>
        Assert.That(Explain(Completed("Object_0x1a\n22"), Completed("Object_0x77\n2"), "", Doubled), Is.EqualTo(new[] { "doubled" }));

    [Test]
    public void Lines_that_differ_in_identities_only_are_counterparts() =>
        Assert.That(Explain(Completed("A_0x1\n1\nA_0x1\n22\nA_0x2\nA_0x3"), Completed("A_0x1\n1\nA_0x2\n2\nA_0x3\nA_0x4"), "", Doubled, Class("reused", "A_0x#\\d", "A_0x#\\d")), Is.EqualTo(new[] { "doubled", "reused" }));

    [Test]
    public void A_class_speaks_of_one_backend() =>
        Assert.That(Explain(Completed("22"), Completed("2"), "", Doubled with { Backend = "lua*" }), Is.Empty);

    [Test]
    public async Task What_is_known_is_no_disagreement_and_named()
    {
        var known = new KnownDifferences([Class("two", "2", "1") with { Backend = "b" }]);
        await using var examiner = new Examiner([new FixedBackend("a", "1\n"), new FixedBackend("b", "2\n")], new ExaminerOptions { Known = known });
        Examination examination = await examiner.ExamineAsync(new IoProgram { Source = "" });
        Assert.That((examination.Disagreement, examination.Difference, examination.Excused.Single()), Is.EqualTo(((Disagreement?)null, (Difference?)null, "two")));
    }

    private static KnownDifference Class(string name, string theirs, string others) =>
        new() { Name = name, Backend = "io*", Theirs = theirs, Others = others, Reason = "a test", Expires = new DateOnly(2027, 1, 1) };

    private static IReadOnlyList<string> Explain(RunResult theirs, RunResult others, string source, params KnownDifference[] entries) =>
        new KnownDifferences(entries).Explain(new Examination
        {
            Program = new IoProgram { Source = source }, Results = [("tree", others), ("closure", others), ("io", theirs)],
            Vote = new Vote(VoteKind.ReferenceAlone, [new VoteGroup(["tree", "closure"], 1, []), new VoteGroup(["io"], 1, [])], null),
        });

    private static RunResult Completed(string output) => new() { Outcome = Outcome.Completed, StandardOutput = output };

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private sealed class FixedBackend(string name, string output) : IBackend
    {
        public string Name => name;

        public string Description => name;

        public Capabilities Capabilities => Capabilities.Resettable;

        public IReadOnlyList<string> Components => [$"everything/{name}"];

        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, null, null));

        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => new(new Session(output));

        private sealed class Session(string output) : ISession
        {
            public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => new(Completed(output));

            public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => throw new NotSupportedException();

            public ValueTask ResetAsync(CancellationToken cancellationToken = default) => default;

            public ValueTask DisposeAsync() => default;
        }
    }
}
