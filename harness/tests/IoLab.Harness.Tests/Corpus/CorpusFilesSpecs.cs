using IoLab.Harness.Corpus;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Corpus;

[TestFixture, CancelAfter(60_000)]
internal sealed class CorpusFilesSpecs
{
    [Test]
    public async Task What_is_recorded_is_loaded_and_passes()
    {
        using TempDir dir = new TempDir().With("lists/append.io", "print 1\nraise Exception: no").With("maps/at.io", "print 2");
        var backend = new FakeBackend(new FakeMachine());
        foreach (CorpusCase corpusCase in CorpusLoader.Load(dir.DirPath))
        {
            Assert.That((await new Recorder(backend, "1.0", Cases.Today).RecordAsync(corpusCase)).Status, Is.EqualTo(RecordStatus.Written));
        }

        IReadOnlyList<CorpusCase> cases = CorpusLoader.Load(dir.DirPath);
        var results = await new CorpusRunner([backend], new CorpusRunOptions { Today = Cases.Today }).RunAsync(cases);
        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.Detail), Is.All.Null);
            Assert.That(dir.Read("lists/append.out"), Does.Contain("# message: no\n# oracle: fake; 1.0; 2026-11-21\n"));
        });
        Assert.That((await new Recorder(backend, "1.0", Cases.Today).RecordAsync(cases[0])).Status, Is.EqualTo(RecordStatus.Unchanged));
    }

    [Test]
    public async Task Recording_is_refused_when_two_runs_differ()
    {
        using TempDir dir = new TempDir().With("a/b.io", "print 1");
        int sessions = 0;
        var backend = new BrokenBackend(new FakeBackend(new FakeMachine()), () => sessions++ == 0 ? new ExtraOutput() : new StateLeak());
        RecordOutcome outcome = await new Recorder(backend, "1.0", Cases.Today).RecordAsync(CorpusLoader.Load(dir.DirPath)[0]);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Status, Is.EqualTo(RecordStatus.Refused));
            Assert.That(outcome.Detail, Does.Contain("two runs differ"));
            Assert.That(Path.Combine(dir.DirPath, "a/b.out"), Does.Not.Exist);
        });
    }

    [Test]
    public async Task Recording_is_refused_when_the_program_does_not_end()
    {
        using TempDir dir = new TempDir().With("a/b.io", "crash boom");
        RecordOutcome outcome = await new Recorder(new FakeBackend(new FakeMachine()), "1.0", Cases.Today).RecordAsync(CorpusLoader.Load(dir.DirPath)[0]);
        Assert.That((outcome.Status, outcome.Detail), Is.EqualTo((RecordStatus.Refused, "it ended with Crashed (boom)")));
    }

    [Test]
    public void The_pinned_reference_must_have_the_pinned_version()
    {
        var pin = new OraclePin { Name = "io*", Version = "20260302" };
        Assert.Multiple(() =>
        {
            Assert.That(async () => await OraclePin.CheckAsync(pin, new FakeBackend(new FakeMachine(), "io-native") { Version = "v. 20200101" }),
                Throws.TypeOf<HarnessException>().With.Message.Contains("20260302"));
            Assert.That(async () => await OraclePin.CheckAsync(pin, new FakeBackend(new FakeMachine(), "io-native") { Version = "v. 20260302" }), Is.EqualTo("v. 20260302"));
            Assert.That(async () => await OraclePin.CheckAsync(pin, new FakeBackend(new FakeMachine(), "tree")), Is.EqualTo("1.0"));
            Assert.That(async () => await OraclePin.CheckAsync(pin, new FakeBackend(new FakeMachine()) { Version = null }), Throws.TypeOf<HarnessException>());
        });
    }

    [TestCase("lists/*", 2)]
    [TestCase("lists", 2)]
    [TestCase("at*", 2)]
    [TestCase("maps/at", 1)]
    [TestCase("conformance/cases/maps/at.io", 1)]
    public void Filters_select_by_area_name_glob_and_path(string filter, int expected)
    {
        using TempDir dir = new TempDir().With("lists/at.io", "").With("lists/append.io", "").With("maps/at.io", "");
        Assert.That(CorpusLoader.Load(dir.DirPath, [filter]), Has.Count.EqualTo(expected));
    }

    [Test]
    public void A_filter_that_matches_nothing_is_an_error()
    {
        using TempDir dir = new TempDir().With("lists/at.io", "");
        Assert.That(() => CorpusLoader.Load(dir.DirPath, ["nothing"]), Throws.TypeOf<HarnessException>().With.Message.Contains("'nothing'"));
    }

    [TestCase("""[{"case":"a/b","backend":"x","reason":"r","owner":"o"}]""", "expires")]
    [TestCase("""[{"case":"a/b","backend":"x","reason":"r","owner":"o","expires":"2026-01-01","until":"x"}]""", "until")]
    [TestCase("""[{"case":"a/b","backend":"x","reason":"r","owner":"o","expires":"2026-01-01"},{"case":"a/b","backend":"x","reason":"r","owner":"o","expires":"2026-01-01"}]""", "twice")]
    public void A_wrong_list_of_known_failures_is_refused(string json, string expected) =>
        Assert.That(() => KnownFailures.Parse(json, "known.json"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected));

    [Test]
    public void Known_failures_are_read() =>
        Assert.That(KnownFailures.Parse("""[{"case":"a/b","backend":"x","reason":"r","owner":"o","expires":"2026-01-31"}]""", "known.json").Find("a/b", "x")?.Expires,
            Is.EqualTo(new DateOnly(2026, 1, 31)));
}
