using IoLab.Contract;
using IoLab.Harness.Corpus;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Corpus;

[TestFixture, CancelAfter(60_000)]
internal sealed class CorpusRunnerSpecs
{
    private static readonly CorpusRunOptions Options = new() { Today = Cases.Today, Grace = TimeSpan.FromMilliseconds(100), Time = TimeSpan.FromSeconds(5) };

    [Test]
    public async Task A_case_passes_when_its_result_is_as_expected() =>
        Assert.That((await RunAsync(Cases.Of("a/b", "print 1", "1\n"))).Status, Is.EqualTo(CaseStatus.Passed));

    [Test]
    public async Task A_case_fails_with_its_first_differing_line()
    {
        CaseResult result = await RunAsync(Cases.Of("a/b", "print 1\nprint 3", "1\n2\n"));
        Assert.That((result.Status, result.Detail), Is.EqualTo((CaseStatus.Failed, "output line 2: expected: 2 | fake: 3")));
    }

    [Test]
    public async Task A_case_without_expectation_fails_and_says_how_to_record_it()
    {
        CaseResult result = await RunAsync(Cases.Of("a/b", "print 1", "") with { Expectation = null });
        Assert.That(result.Detail, Does.Contain("--record").And.Contain("a/b"));
    }

    [Test]
    public async Task A_case_is_skipped_on_a_backend_without_what_it_needs()
    {
        CaseResult result = await RunAsync(Cases.Of("a/b", "# needs: continuations\nprint 1", "2\n"));
        Assert.That((result.Status, result.Detail), Is.EqualTo((CaseStatus.Skipped, "needs Continuations")));
    }

    [Test]
    public async Task Arguments_and_standard_input_reach_the_program() =>
        Assert.That((await RunAsync(Cases.Of("a/b", "# args: x y\n# stdin: z\nargs\nstdin", "x,y\nz\n"))).Detail, Is.Null);

    [Test]
    public async Task A_known_failure_is_excused_until_it_expires()
    {
        CorpusCase wrong = Cases.Of("a/b", "print 1", "2\n");
        CaseStatus onItsLastDay = (await RunAsync(wrong, Known(Cases.Today))).Status, theDayAfter = (await RunAsync(wrong, Known(Cases.Today.AddDays(-1)))).Status;
        Assert.That((onItsLastDay, theDayAfter), Is.EqualTo((CaseStatus.KnownFailure, CaseStatus.StaleKnownFailure)));
    }

    [Test]
    public async Task A_known_failure_that_passes_is_stale() =>
        Assert.That((await RunAsync(Cases.Of("a/b", "print 1", "1\n"), Known(Cases.Today))).Status, Is.EqualTo(CaseStatus.StaleKnownFailure));

    [Test]
    public async Task Cases_do_not_see_each_others_globals([Values] bool isResettable)
    {
        CorpusCase[] cases = [Cases.Of("a/1", "set x 1\nget x", "1\n"), Cases.Of("a/2", "get x", "nil\n")];
        var backend = new FakeBackend(new FakeMachine()) { Capabilities = isResettable ? Capabilities.Resettable : Capabilities.None };
        IReadOnlyList<CaseResult> results = await new CorpusRunner([backend], Options).RunAsync(cases);
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.Status), Is.All.EqualTo(CaseStatus.Passed));
            Assert.That(backend.SessionsStarted, Is.EqualTo(isResettable ? 1 : 2));
        });
    }

    [Test]
    public async Task Results_are_ordered_by_case_then_backend_whatever_the_jobs([Values(1, 4)] int jobs)
    {
        CorpusCase[] cases = [.. Enumerable.Range(0, 20).Select(i => Cases.Of($"a/{i:00}", $"print {i}", $"{i}\n"))];
        var machine = new FakeMachine();
        IReadOnlyList<CaseResult> results =
            await new CorpusRunner([new FakeBackend(machine, "x"), new FakeBackend(machine, "y")], Options with { Jobs = jobs }).RunAsync(cases);
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.Status), Is.All.EqualTo(CaseStatus.Passed));
            Assert.That(results.Select(result => $"{result.Case}{result.Backend}"), Is.Ordered);
        });
    }

    [Test]
    public async Task A_backend_that_hangs_fails_its_case_and_the_next_case_runs_in_a_new_session()
    {
        var backend = new BrokenBackend(new FakeBackend(new FakeMachine()), () => new Hang());
        CaseResult result = (await new CorpusRunner([backend], Options with { Time = TimeSpan.FromMilliseconds(50) }).RunAsync([Cases.Of("a/b", "print 1", "1\n")]))[0];
        Assert.That((result.Status, result.Detail), Is.EqualTo((CaseStatus.Failed,
            "outcome: expected: Completed | fake: TimedOut (did not keep its time limit of 0.05 s; the harness stopped it)")));
    }

    [Test]
    public async Task A_case_that_writes_files_runs_in_a_directory_of_its_own()
    {
        CaseResult result = await RunAsync(Cases.Of("a/b", "# needs: files\nprint 1", "1\n"));
        Assert.That(result.Status, Is.EqualTo(CaseStatus.Passed));
    }

    private static KnownFailures Known(DateOnly expires) =>
        new([new KnownFailure { Case = "a/b", Backend = "fake", Reason = "why", Owner = "me", Expires = expires }]);

    private static async Task<CaseResult> RunAsync(CorpusCase corpusCase, KnownFailures? known = null) =>
        (await new CorpusRunner([new FakeBackend(new FakeMachine())], Options with { Known = known ?? KnownFailures.None }).RunAsync([corpusCase]))[0];
}
