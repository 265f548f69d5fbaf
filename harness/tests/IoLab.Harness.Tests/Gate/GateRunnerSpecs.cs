using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;
using IoLab.Harness.Gate;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Gate;

/// <summary>Whole gates on fake machines: baseline measured once, gate measured afresh, with the noise of real machines and changing speed.</summary>
[TestFixture, CancelAfter(300_000)]
internal sealed class GateRunnerSpecs
{
    private const int Benchmarks = 9;
    private static readonly (TimeSpan, double)[] Phases = [(TimeSpan.FromSeconds(7), 1), (TimeSpan.FromSeconds(5), 1.9)];

    [TestCase(0.01, 0.00, 200)]
    [TestCase(0.03, 0.01, 200)]
    [TestCase(0.08, 0.03, 200)]
    public async Task A_single_look_without_change_fails_at_most_once_in_twenty(double jitter, double session, int tries)
    {
        (int failed, _) = await CountFailuresAsync(tries, jitter, session, slowBy: 0, Effort.Quick, confirms: false);
        TestContext.Out.WriteLine($"A/A: {failed} of {tries} fail at jitter {jitter:P0}, session {session:P0}");
        Assert.That(failed, Is.LessThanOrEqualTo(tries / 20));
    }

    [Test]
    public async Task Nor_does_a_single_look_of_a_gate_s_own_effort()
    {
        const int Tries = 100;
        (int failed, _) = await CountFailuresAsync(Tries, 0.08, 0.03, slowBy: 0, Effort.Quick.ForVerdicts(), confirms: false);
        TestContext.Out.WriteLine($"A/A: {failed} of {Tries} fail at the gate's effort");
        Assert.That(failed, Is.LessThanOrEqualTo(Tries / 20));
    }

    /// <summary>As users run it: it measures on while it cannot tell, which alone would find more by chance, and confirms what failed.</summary>
    [TestCase(0.01, 0.00)]
    [TestCase(0.03, 0.01)]
    [TestCase(0.08, 0.03)]
    public async Task A_whole_gate_without_change_fails_at_most_once_in_twenty(double jitter, double session)
    {
        const int Tries = 200;
        (int failed, _) = await CountFailuresAsync(Tries, jitter, session, slowBy: 0, Effort.Quick, confirms: true);
        TestContext.Out.WriteLine($"A/A, confirmed: {failed} of {Tries} fail at jitter {jitter:P0}, session {session:P0}");
        Assert.That(failed, Is.LessThanOrEqualTo(Tries / 20));
    }

    [TestCase(0.01, 0.00, 20)]
    [TestCase(0.03, 0.01, 20)]
    [TestCase(0.05, 0.01, 20)]
    public async Task A_backend_slowed_by_a_tenth_fails_in_at_least_nine_of_ten(double jitter, double session, int tries)
    {
        (int failed, double power) = await CountFailuresAsync(tries, jitter, session, slowBy: 0.10, Effort.Default, confirms: true);
        TestContext.Out.WriteLine($"10% slower: {failed} of {tries} gates and {power:P1} of their series fail at jitter {jitter:P0}, session {session:P0}");
        Assert.Multiple(() =>
        {
            Assert.That(failed, Is.GreaterThanOrEqualTo(tries * 9 / 10));
            Assert.That(power, Is.GreaterThanOrEqualTo(0.9), "each series by itself");
        });
    }

    [TestCase(0.03, 0.005)]
    [TestCase(0.03, 0.02)]
    [TestCase(0.05, 0.02)]
    public async Task A_quick_gate_sees_a_tenth_too(double jitter, double session)
    {
        (int failed, double power) = await CountFailuresAsync(20, jitter, session, slowBy: 0.10, Effort.Quick, confirms: true);
        TestContext.Out.WriteLine($"10% slower, quick: {failed} of 20 gates and {power:P1} of their series fail at jitter {jitter:P0}, session {session:P1}");
        Assert.That(failed, Is.GreaterThanOrEqualTo(18));
    }

    [Test]
    public async Task What_fails_is_measured_again()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 1%", "a"), Fakes.Benchmark("1us jitter 1%", "b")];
        IReadOnlyList<SeriesPoint> baseline = await BaselineAsync(machine, benchmarks);
        GateOutcome outcome = await Runner(machine).RunAsync(Fakes.Plan(Effort.Default, benchmarks, Fakes.Backend(machine, slowdown: 1.2)), baseline);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Report.Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(outcome.Report.Findings.Where(finding => finding.Verdict == Verdict.Fail).Select(finding => finding.Explanation), Is.All.EndsWith("; measured twice"));
            Assert.That(outcome.Confirmation!.Plan.Benchmarks, Has.Count.EqualTo(2));
            Assert.That(outcome.Points.Select(point => point.RunId).Distinct().Count(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_failure_that_does_not_repeat_is_no_failure()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 1%", "a")];
        IReadOnlyList<SeriesPoint> baseline = await BaselineAsync(machine, benchmarks);
        int measured = 0;
        var measurer = new SubstituteMeasurer(plan => Fakes.MeasureAsync(machine, plan with
        {
            Participants = [new Participant(Fakes.Backend(machine, slowdown: measured++ == 0 ? 1.2 : 1))],
        }));
        GateOutcome outcome = await new GateRunner(measurer, Fakes.Environment, new GateOptions()).RunAsync(Fakes.Plan(Effort.Default, benchmarks, Fakes.Backend(machine)), baseline);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Report.Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(outcome.Report.Findings.Select(finding => finding.Explanation), Has.Some.EndsWith("it failed at first, and did not again"));
        });
    }

    [Test]
    public async Task What_cannot_be_decided_is_measured_on_and_judged_together()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 1%", "quiet"), Fakes.Benchmark("1us jitter 60% session 40%", "noisy")];
        IReadOnlyList<SeriesPoint> baseline = await BaselineAsync(machine, benchmarks);
        GateOutcome outcome = await Runner(machine).RunAsync(Fakes.Plan(Effort.Quick, benchmarks, Fakes.Backend(machine)), baseline);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Report.Verdict, Is.EqualTo(Verdict.Undecidable));
            Assert.That(outcome.Further, Has.Count.EqualTo(2));
            Assert.That(outcome.Further.SelectMany(run => run.Plan.Benchmarks).Select(benchmark => benchmark.Name), Is.All.EqualTo("noisy"));
            Assert.That(outcome.Runs.Select(run => run.RunId), Is.EquivalentTo(outcome.Points.Select(point => point.RunId).Distinct()));
            Assert.That(outcome.Runs.Select(run => run.Plan.Seed), Is.Unique);
        });
    }

    [Test]
    public async Task Further_runs_end_with_the_first_that_decides()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 3% session 4%", "a")];
        MeasurementPlan plan = Fakes.Plan(Effort.Quick, benchmarks, Fakes.Backend(machine));
        IReadOnlyList<SeriesPoint> baseline = SeriesPoints.From(await Fakes.MeasureAsync(machine, plan with { Effort = Effort.Default with { Invocations = 100 } }), Fakes.Environment);
        var runner = new GateRunner(new RoundsMeasurer(machine.Clock, new FakeKernel(machine)), Fakes.Environment, new GateOptions { FurtherRuns = 50 });
        GateOutcome outcome = await runner.RunAsync(plan, baseline);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Report.Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(outcome.Further, Has.Count.InRange(1, 49));
        });
    }

    [Test]
    public async Task Without_further_runs_undecided_is_undecided_at_once()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 60% session 40%", "a")];
        IReadOnlyList<SeriesPoint> baseline = await BaselineAsync(machine, benchmarks);
        GateOutcome outcome = await new GateRunner(new RoundsMeasurer(machine.Clock, new FakeKernel(machine)), Fakes.Environment, new GateOptions { FurtherRuns = 0 })
            .RunAsync(Fakes.Plan(Effort.Quick, benchmarks, Fakes.Backend(machine)), baseline);
        Assert.That((outcome.Report.Verdict, outcome.Further.Count), Is.EqualTo((Verdict.Undecidable, 0)));
    }

    [Test]
    public async Task A_control_in_the_plan_is_a_measured_noise_floor_and_is_not_stored()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 1%", "a")];
        FakeBackend backend = Fakes.Backend(machine);
        MeasurementPlan plan = Fakes.Plan(Effort.Default, benchmarks, backend);
        GateOutcome outcome = await Runner(machine).RunAsync(
            plan with { Participants = [.. plan.Participants, new Participant(backend, GateSeries.ControlLabel, new SessionOptions())] }, await BaselineAsync(machine, benchmarks));
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Report.Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(outcome.Points.Select(point => point.Key.Label), Is.All.Empty);
        });
    }

    [Test]
    public async Task A_backend_that_allocates_more_fails_by_its_bytes()
    {
        var machine = new FakeMachine();
        BenchmarkDefinition[] benchmarks = [Fakes.Benchmark("1us jitter 1% alloc 64B", "a")];
        IReadOnlyList<SeriesPoint> baseline = await BaselineAsync(machine, benchmarks);
        GateOutcome outcome = await Runner(machine).RunAsync(
            Fakes.Plan(Effort.Default, benchmarks, Fakes.Broken(machine, () => new TestBackends.Faults.MemoryLeak(16))), baseline);
        Assert.That(outcome.Report.Findings.Where(finding => finding.Verdict == Verdict.Fail).Select(finding => finding.Key.Metric), Is.EqualTo(new[] { "allocated" }));
    }

    [Test]
    public void A_baseline_that_has_nothing_of_the_plan_is_an_error_that_says_what_to_type() =>
        Assert.That(async () => await Runner(new FakeMachine()).RunAsync(Fakes.Plan(Effort.Quick, [Fakes.Benchmark("1us")], Fakes.Backend(new FakeMachine())), []),
            Throws.TypeOf<HarnessException>().With.Message.Contains("--save-baseline"));

    private static async Task<(int Gates, double Series)> CountFailuresAsync(int tries, double jitter, double session, double slowBy, Effort effort, bool confirms)
    {
        int failed = 0, series = 0;
        await Parallel.ForEachAsync(Enumerable.Range(1, tries), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) =>
        {
            var machine = new FakeMachine(seed) { Phases = Phases };
            string work = FormattableString.Invariant($"1us jitter {jitter * 100}% session {session * 100}%");
            BenchmarkDefinition[] benchmarks = [.. Enumerable.Range(0, Benchmarks).Select(i => Fakes.Benchmark(work, $"b{i}"))];
            FakeBackend backend = Fakes.Backend(machine);
            var measurer = new RoundsMeasurer(machine.Clock, new FakeKernel(machine, 0.01));
            IReadOnlyList<SeriesPoint> baseline = SeriesPoints.From(await measurer.MeasureAsync(Fakes.Plan(effort.ForBaseline(), benchmarks, backend)), Fakes.Environment);
            MeasurementPlan plan = Fakes.Plan(effort, benchmarks, backend) with
            {
                Participants = [new Participant(backend, "", new SessionOptions { Debug = new DebugOptions { SlowBy = slowBy } })], Seed = (ulong)seed,
            };
            GateOutcome outcome = await new GateRunner(measurer, Fakes.Environment, confirms ? new GateOptions() : new GateOptions { Confirms = false, FurtherRuns = 0 }).RunAsync(plan, baseline);
            if (outcome.Report.Verdict == Verdict.Fail)
            {
                Interlocked.Increment(ref failed);
            }

            Interlocked.Add(ref series, outcome.Report.Findings.Count(finding => finding.Verdict == Verdict.Fail));
        });
        return (failed, (double)series / (tries * Benchmarks));
    }

    private static GateRunner Runner(FakeMachine machine) => new(new RoundsMeasurer(machine.Clock, new FakeKernel(machine)), Fakes.Environment, new GateOptions());

    private static async Task<IReadOnlyList<SeriesPoint>> BaselineAsync(FakeMachine machine, IReadOnlyList<BenchmarkDefinition> benchmarks) =>
        SeriesPoints.From(await Fakes.MeasureAsync(machine, Fakes.Plan(Effort.Default, benchmarks, Fakes.Backend(machine))), Fakes.Environment);

    private sealed class SubstituteMeasurer(Func<MeasurementPlan, Task<BenchmarkRun>> measure) : IMeasurer
    {
        public string Name => "rounds";

        public Task<BenchmarkRun> MeasureAsync(MeasurementPlan plan, IBenchProgress? progress = null, CancellationToken cancellationToken = default) => measure(plan);
    }
}
