using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Harness;
using IoLab.Harness.Diff;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Differential.Tests.Examining;

/// <summary>One program on all backends.</summary>
[CancelAfter(60_000)]
public class ExaminerSpecs
{
    private static readonly FakeMachine Machine = new();

    [Test]
    public async Task Backends_that_agree_give_no_disagreement()
    {
        Examination examination = await ExamineAsync("print 1", Sound("a"), Sound("b"));
        Assert.That((examination.Disagreement, examination.Vote.Kind, examination.HasVerdict), Is.EqualTo(((Disagreement?)null, VoteKind.Unanimous, true)));
        Assert.That(examination.Results.Select(entry => (entry.Backend, entry.Result.StandardOutput)), Is.EqualTo(new[] { ("a", "1\n"), ("b", "1\n") }));
    }

    [Test]
    public async Task A_disagreement_says_who_what_and_by_which_right()
    {
        Examination examination = await ExamineAsync("print 1", Sound("a"), Broken("b", new WrongResult()));
        Assert.That(examination.Disagreement, Is.EqualTo(new Disagreement(VoteKind.Split, "b", "evaluation/b", DifferenceKind.Output, "Completed|Completed") { Basis = BlameBasis.Trust }));
        Assert.That((examination.Sides, examination.Difference!.Left, examination.Difference.Right), Is.EqualTo((("a", "b"), "1", "2")));
    }

    [Test]
    public async Task Programs_do_not_see_each_other()
    {
        await using var examiner = new Examiner([Sound("a"), Sound("b")]);
        await examiner.ExamineAsync(Program("set x 1"));
        Examination examination = await examiner.ExamineAsync(Program("get x"));
        Assert.That(examination.Results.Select(entry => entry.Result.StandardOutput), Is.All.EqualTo("nil\n"));
    }

    [Test]
    public async Task Sessions_are_kept()
    {
        FakeBackend first = Sound("a"), second = Sound("b");
        await using (var examiner = new Examiner([first, second]))
        {
            for (int i = 0; i < 10; i++) await examiner.ExamineAsync(Program("print 1"));
        }

        Assert.That((first.SessionsStarted, second.SessionsStarted), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_disagreement_that_is_confirmed_is_believed()
    {
        await using var examiner = new Examiner([Sound("a"), Broken("b", new WrongResult())], new ExaminerOptions { Confirms = true });
        Assert.That((await examiner.ExamineAsync(Program("print 1"))).Disagreement, Is.Not.Null);
    }

    [Test]
    public async Task A_disagreement_that_fresh_sessions_do_not_show_is_fleeting()
    {
        await using var examiner = new Examiner([Sound("a"), Broken("b", new StateLeak())], new ExaminerOptions { Confirms = true });
        await examiner.ExamineAsync(Program("set x 1"));
        Examination examination = await examiner.ExamineAsync(Program("get x"));
        Assert.That((examination.Disagreement, examination.Fleeting?.Accused), Is.EqualTo(((Disagreement?)null, "b")));
    }

    [Test]
    public async Task A_crash_is_a_result_and_the_next_program_runs()
    {
        await using var examiner = new Examiner([Sound("a"), Broken("b", new CrashAt(1))]);
        Examination crashed = await examiner.ExamineAsync(Program("print 1"));
        Examination next = await examiner.ExamineAsync(Program("print 1"));
        Assert.That((crashed.Disagreement!.Basis, crashed.Disagreement.Outcomes, next.Disagreement), Is.EqualTo((BlameBasis.Evidence, "Completed|Crashed", (Disagreement?)null)));
    }

    [Test]
    public async Task A_backend_that_hangs_where_the_other_ends_at_once_is_a_disagreement()
    {
        var options = new ExaminerOptions { Limits = new RunLimits { Time = TimeSpan.FromSeconds(1) }, Grace = TimeSpan.FromSeconds(1) };
        await using var examiner = new Examiner([Sound("a"), Broken("b", new Hang())], options);
        Assert.That((await examiner.ExamineAsync(Program("print 1"))).Disagreement?.Outcomes, Is.EqualTo("Completed|TimedOut"));
    }

    [Test]
    public async Task When_nobody_ends_there_is_no_verdict()
    {
        Examination examination = await ExamineAsync("spin", Sound("a"), Sound("b"));
        Assert.That((examination.HasVerdict, examination.Disagreement, examination.Vote.Groups.Count), Is.EqualTo((false, (Disagreement?)null, 0)));
    }

    [Test]
    public async Task Who_counts_steps_goes_first_and_the_others_run_without_counting_unless_it_reached_the_limit()
    {
        var limits = new List<(string, long?)>();
        IBackend plain = new Spy("plain", limits), counting = new Spy("counting", limits) { Capabilities = Capabilities.Resettable | Capabilities.StepLimit };
        await using var examiner = new Examiner([plain, counting], new ExaminerOptions { Limits = new RunLimits { Steps = 1000 } });
        await examiner.ExamineAsync(Program("short"));
        await examiner.ExamineAsync(Program("long"));
        Assert.That(limits, Is.EqualTo(new (string, long?)[] { ("counting", 1000), ("plain", null), ("counting", 1000), ("plain", 1000) }));
    }

    [Test]
    public async Task Traces_are_recorded_where_two_can_and_without_what_one_of_them_leaves_out()
    {
        var seen = new Dictionary<string, TraceOptions?>();
        IBackend[] backends =
        [
            new Spy("a", [], seen) { Capabilities = Capabilities.Tracing | Capabilities.EdgeCoverage },
            new Spy("b", [], seen) { Capabilities = Capabilities.Tracing, ElidedEvents = [TraceEventKind.Result] },
            new Spy("c", [], seen),
        ];
        await using var examiner = new Examiner(backends, new ExaminerOptions { UsesTraces = true, RecordsEdges = true });
        await examiner.ExamineAsync(Program(""));
        Assert.That((seen["a"]!.RecordsEdges, seen["b"]!.RecordsEdges, seen["c"]), Is.EqualTo((true, false, (TraceOptions?)null)));
        Assert.That(seen["a"]!.Omitted.Concat(seen["b"]!.Omitted), Is.EqualTo(new[] { TraceEventKind.Result, TraceEventKind.Result }));
    }

    [Test]
    public async Task Nothing_is_permitted_to_programs_that_nobody_has_read()
    {
        var permissions = new List<Permissions>();
        await using var examiner = new Examiner([Sound("a"), Sound("b")], new ExaminerOptions
        {
            Adjust = (_, options) =>
            {
                permissions.Add(options.Permissions);
                return options;
            },
        });
        Assert.That(permissions, Is.EqualTo(new[] { Permissions.None, Permissions.None }));
    }

    [TestCase("1 println", true)]
    [TestCase("System system(\"ls\")", false)]
    [TestCase("File with(\"x\") remove", false)]
    [TestCase("Filesystem", true)]
    public void An_implementation_that_cannot_be_confined_is_spared_what_reaches_out(string source, bool isTaken) =>
        Assert.That(new Examinee(Sound("io")) { IsConfined = false }.Takes(Program(source)), Is.EqualTo(isTaken));

    [Test]
    public async Task A_filter_is_asked_again_alone_and_its_own_mistakes_are_no_news()
    {
        FakeBackend alone = Sound("io");
        var filter = new Examinee(Broken("io", new WrongResult())) { Alone = alone };
        await using var examiner = new Examiner([new Examinee(Sound("a")), filter]);
        Examination agreed = await examiner.ExamineAsync(Program("print x"));
        int before = alone.SessionsStarted;
        Examination examination = await examiner.ExamineAsync(Program("print 1"));
        Assert.That((before, alone.SessionsStarted, agreed.Disagreement, examination.Disagreement, examination.Fleeting), Is.EqualTo((0, 1, (Disagreement?)null, (Disagreement?)null, (Disagreement?)null)));
    }

    [Test]
    public async Task A_filter_that_crashes_is_asked_again_alone_although_crashes_are_known()
    {
        var crashes = new KnownDifference { Name = "crashes", Backend = "io", Theirs = "Crashed.*", Others = ".*", Reason = "a test", Expires = new DateOnly(2027, 1, 1) };
        FakeBackend alone = Sound("io");
        var filter = new Examinee(Broken("io", new CrashAt(1))) { Alone = alone };
        await using var examiner = new Examiner([new Examinee(Sound("a")), filter], new ExaminerOptions { Known = new KnownDifferences([crashes]) });
        Examination examination = await examiner.ExamineAsync(Program("print 1"));
        Assert.That((alone.SessionsStarted, examination.Excused.Count, examination.Disagreement), Is.EqualTo((1, 0, (Disagreement?)null)));
    }

    [Test]
    public async Task What_is_asked_again_alone_has_more_time()
    {
        var times = new List<TimeSpan>();
        var filter = new Examinee(Broken("io", new WrongResult())) { Alone = new Spy("io", [], times: times), Time = TimeSpan.FromSeconds(2) };
        await using var examiner = new Examiner([new Examinee(Sound("a")), filter]);
        await examiner.ExamineAsync(Program("print 1"));
        Assert.That(times, Is.EqualTo(new[] { TimeSpan.FromSeconds(8) }));
    }

    [Test]
    public void One_backend_is_not_enough() => Assert.That(() => new Examiner([Sound("a")]), Throws.TypeOf<HarnessException>());

    private static async Task<Examination> ExamineAsync(string source, params IBackend[] backends)
    {
        await using var examiner = new Examiner(backends);
        return await examiner.ExamineAsync(Program(source));
    }

    private static IoProgram Program(string source) => new() { Source = source };

    private static FakeBackend Sound(string name) => new(Machine, name);

    private static BrokenBackend Broken(string name, Fault fault) => new(Sound(name), () => fault, name);

    /// <summary>Tells what it is asked. A program called <c>long</c> reaches any limit of steps.</summary>
    private sealed class Spy(string name, List<(string, long?)> limits, Dictionary<string, TraceOptions?>? traces = null, List<TimeSpan>? times = null) : IBackend
    {
        public string Name => name;
        public string Description => name;
        public Capabilities Capabilities { get; init; } = Capabilities.Resettable;
        public IReadOnlyList<string> Components => [$"evaluation/{name}"];
        public IReadOnlyList<TraceEventKind> ElidedEvents { get; init; } = [];
        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, "1", null));

        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
        {
            traces?.Add(name, options.Trace);
            return new(new Session(name, limits, times));
        }

        private sealed class Session(string name, List<(string, long?)> asked, List<TimeSpan>? times) : ISession
        {
            public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
            {
                asked.Add((name, limits.Steps));
                times?.Add(limits.Time);
                return new(new RunResult { Outcome = program.Source == "long" && limits.Steps is not null ? Outcome.StepLimit : Outcome.Completed });
            }

            public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public ValueTask ResetAsync(CancellationToken cancellationToken = default) => default;
            public ValueTask DisposeAsync() => default;
        }
    }
}
