using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Tests.Examining;

/// <summary>What may differ without anybody being wrong: the table of docs/differential.md, a test for each policy.</summary>
[CancelAfter(60_000)]
public class LegitimateDifferenceSpecs
{
    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromSeconds(1), Steps = 1000, Frames = 500 };

    [Test]
    public async Task Time_is_virtual_where_there_is_a_virtual_clock_and_random_numbers_have_one_seed_everywhere()
    {
        var seen = new List<SessionOptions>();
        await ExamineAsync(Printed(""), Printed(""), new ExaminerOptions
        {
            Adjust = (_, options) =>
            {
                seen.Add(options);
                return options;
            },
        });
        Assert.That(seen.Select(options => (options.Clock, options.Seed, options.VirtualStart)).Distinct().ToList(), Is.EqualTo(new[] { (ClockKind.Virtual, 0UL, new SessionOptions().VirtualStart) }));
    }

    [Test]
    public async Task Identities_are_numbered_by_first_appearance_so_that_only_mixed_up_ones_differ()
    {
        Assert.That(await DiffersAsync(Printed("Object_0x1a Object_0x2b Object_0x1a"), Printed("Object_0x77 Object_0x66 Object_0x77")), Is.False);
        Assert.That(await DiffersAsync(Printed("Object_0x1a Object_0x2b Object_0x1a"), Printed("Object_0x77 Object_0x66 Object_0x66")), Is.True);
    }

    [Test]
    public async Task The_order_of_hash_tables_is_free_where_a_program_says_so()
    {
        Assert.That(await DiffersAsync(Printed("list(a, b)"), Printed("list(b, a)")), Is.True);
        Assert.That(await DiffersAsync(Printed("list(a, b)"), Printed("list(b, a)"), OutputFreedom.HashOrder), Is.False);
        Assert.That(await DiffersAsync(Printed("list(a, b)"), Printed("list(b, b)"), OutputFreedom.HashOrder), Is.True);
    }

    [Test]
    public async Task The_sign_of_not_a_number_does_not_count() => Assert.That(await DiffersAsync(Printed("nan -nan"), Printed("-nan nan")), Is.False);

    [Test]
    public async Task Memory_is_everybody_s_own_affair() => Assert.That(await DiffersAsync(Printed("1"), new RunResult { Outcome = Outcome.OutOfMemory }), Is.False);

    [TestCase(0.5, false)]
    [TestCase(0.01, true)]
    public async Task Slowness_does_not_count_but_a_hang_does(double secondsOfTheOther, bool differs) => Assert.That(
        await DiffersAsync(Printed("1") with { Elapsed = new Nanoseconds(secondsOfTheOther * 1e9) }, new RunResult { Outcome = Outcome.TimedOut }), Is.EqualTo(differs));

    [TestCase(Capabilities.StepLimit, true)]
    [TestCase(Capabilities.None, false)]
    public async Task Steps_are_the_same_for_all_who_count_them_and_nothing_to_those_who_do_not(Capabilities ofTheOther, bool differs)
    {
        await using var examiner = new Examiner(
            [new Answering("a", new RunResult { Outcome = Outcome.StepLimit }) { Capabilities = Capabilities.StepLimit }, new Answering("b", Printed("1")) { Capabilities = ofTheOther }],
            new ExaminerOptions { Limits = Limits });
        Assert.That((await examiner.ExamineAsync(new IoProgram { Source = "" })).Disagreement is not null, Is.EqualTo(differs));
    }

    [Test]
    public async Task The_stack_is_as_deep_for_one_as_for_the_other()
    {
        var seen = new List<int>();
        await using var examiner = new Examiner([new Answering("a", Printed(""), seen), new Answering("b", Printed(""), seen)], new ExaminerOptions { Limits = Limits });
        await examiner.ExamineAsync(new IoProgram { Source = "" });
        Assert.That(seen, Is.EqualTo(new[] { 500, 500 }));
    }

    [Test]
    public async Task What_was_written_before_a_limit_or_a_crash_depends_on_speed_and_buffers() => Assert.That(
        await DiffersAsync(Limit(Outcome.OutputLimit, "aa"), Limit(Outcome.OutputLimit, "aaa")), Is.False);

    [Test]
    public async Task Positions_of_errors_and_frames_are_not_compared_and_their_messages_are()
    {
        Assert.That(await DiffersAsync(Raised("no such thing", "at a.io 1"), Raised("no such thing", "at a.io 7")), Is.False);
        Assert.That(await DiffersAsync(Raised("no such thing", ""), Raised("no other thing", "")), Is.True);
    }

    [Test]
    public async Task The_wording_of_a_syntax_error_is_an_implementation_s_own() => Assert.That(
        await DiffersAsync(Raised("expected )", "") with { Outcome = Outcome.SyntaxError }, Raised("missing )", "") with { Outcome = Outcome.SyntaxError }), Is.False);

    [Test]
    public async Task Exit_codes_and_standard_error_are_not_compared() => Assert.That(
        await DiffersAsync(Printed("1"), Printed("1") with { ExitCode = 3, StandardError = "by the way", HasExited = true }), Is.False);

    [Test]
    public async Task Traces_are_compared_where_both_have_one()
    {
        var digest = new TraceDigest(10, 0x1234, [], 1024);
        Assert.That(await DiffersAsync(Printed("1") with { Trace = digest }, Printed("1")), Is.False);
        Assert.That(await DiffersAsync(Printed("1") with { Trace = digest }, Printed("1") with { Trace = digest with { Hash = 1 } }), Is.True);
    }

    private static async Task<bool> DiffersAsync(RunResult left, RunResult right, OutputFreedom freedom = OutputFreedom.None) =>
        (await ExamineAsync(left, right, new ExaminerOptions { Limits = Limits, Policy = new ComparisonPolicy(ComparedAspects.All, freedom) })).Disagreement is not null;

    private static async Task<Examination> ExamineAsync(RunResult left, RunResult right, ExaminerOptions options)
    {
        await using var examiner = new Examiner([new Answering("a", left), new Answering("b", right)], options);
        return await examiner.ExamineAsync(new IoProgram { Source = "" });
    }

    private static RunResult Printed(string text) => new() { Outcome = Outcome.Completed, StandardOutput = text };

    private static RunResult Raised(string message, string trace) => new() { Outcome = Outcome.Raised, Exception = new RaisedException("Exception", message, trace) };

    private static RunResult Limit(Outcome outcome, string output) => new() { Outcome = outcome, StandardOutput = output };

    /// <summary>Always says the same.</summary>
    private sealed class Answering(string name, RunResult answer, List<int>? frames = null) : IBackend
    {
        public string Name => name;
        public string Description => name;
        public Capabilities Capabilities { get; init; } = Capabilities.Resettable | Capabilities.VirtualClock;
        public IReadOnlyList<string> Components => [$"evaluation/{name}"];
        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, "1", null));
        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => new(new Session(answer, frames));

        private sealed class Session(RunResult answer, List<int>? frames) : ISession
        {
            public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
            {
                frames?.Add(limits.Frames);
                return new(answer);
            }

            public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public ValueTask ResetAsync(CancellationToken cancellationToken = default) => default;
            public ValueTask DisposeAsync() => default;
        }
    }
}
