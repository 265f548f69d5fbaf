using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Bench;

/// <summary>Participants whose sessions live in processes of their own, and what is done to those.</summary>
[TestFixture, CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HomeSpecs
{
    private static readonly Effort Fresh = new() { Invocations = 3, Rounds = 4, MinimumSample = TimeSpan.FromMilliseconds(20) };
    private static readonly Effort Shared = Fresh with { IsolatesInvocations = false };
    private static readonly BenchmarkDefinition[] Two = [Fakes.Benchmark("1us"), Fakes.Benchmark("2us", "c")];
    private readonly FakeMachine _machine = new();
    private readonly RecordingProgress _progress = new();

    [Test]
    public async Task With_isolated_invocations_every_one_gets_a_session_there_and_series_keep_the_backend_s_name()
    {
        FakeBackend backend = Fakes.Backend(_machine, "a"), home = Fakes.Backend(_machine, "a@elsewhere", 3);
        BenchmarkRun run = await MeasureAsync(Fresh, Two, [backend], _ => home);
        Assert.Multiple(() =>
        {
            Assert.That((backend.SessionsStarted, home.SessionsStarted, home.SessionsEnded), Is.EqualTo((0, 6, 6)));
            Assert.That(run.Measurements[0].Samples.Select(sample => sample.Raw.PerIteration.Value), Is.All.EqualTo(3000).Within(1));
            Assert.That(run.Measurements.SelectMany(one => one.Samples).Select(sample => sample.Invocation).Distinct(), Is.EqualTo(new[] { 0, 1, 2 }));
            Assert.That(run.Measurements[0].Samples.Select(sample => sample.Raw.Iterations).Distinct().Count(), Is.EqualTo(1), "n is frozen");
            Assert.That(SeriesPoints.From(run, Fakes.Environment).Select(point => point.Key.Backend), Is.All.EqualTo("a"));
            Assert.That(Started(), Is.EqualTo(new[] { ("b", 0), ("c", 0), ("b", 1), ("c", 1), ("b", 2), ("c", 2) }));
        });
    }

    [Test]
    public async Task Otherwise_a_benchmark_s_invocations_share_one_and_end_before_the_next_benchmark_begins()
    {
        FakeBackend home = Fakes.Backend(_machine, "a@elsewhere");
        int most = 0;
        _progress.Happened = _ => most = Math.Max(most, home.SessionsStarted - home.SessionsEnded);
        await MeasureAsync(Shared, Two, [Fakes.Backend(_machine, "a"), Fakes.Backend(_machine, "b")], _ => home);
        Assert.That((home.SessionsStarted, home.SessionsEnded, most), Is.EqualTo((4, 4, 2)));
        Assert.That(Started(), Is.EqualTo(new[] { ("b", 0), ("b", 1), ("b", 2), ("c", 0), ("c", 1), ("c", 2) }));
    }

    [Test]
    public async Task Who_stays_at_home_gets_a_session_for_each_invocation_and_one_to_find_n([Values] bool isIsolated)
    {
        FakeBackend stays = Fakes.Backend(_machine, "stays"), home = Fakes.Backend(_machine, "goes@elsewhere");
        await MeasureAsync(isIsolated ? Fresh : Shared, Two, [stays, Fakes.Backend(_machine, "goes")], one => one.Backend == stays ? stays : home);
        Assert.That((stays.SessionsStarted, home.SessionsStarted), Is.EqualTo((8, isIsolated ? 6 : 2)));
    }

    [Test]
    public async Task Who_fails_is_gone_at_once_and_the_others_go_on([Values] bool isIsolated)
    {
        FakeBackend sound = Fakes.Backend(_machine, "a@elsewhere"), inner = Fakes.Backend(_machine, "b@elsewhere");
        var broken = new BrokenBackend(inner, () => new CrashAt(3));
        BenchmarkRun run = await MeasureAsync(
            isIsolated ? Fresh : Shared, [Two[0]], [Fakes.Backend(_machine, "a"), Fakes.Backend(_machine, "b")], one => one.Backend.Name == "a" ? sound : broken);
        Assert.That(run.Measurements[0].Samples, Has.Count.EqualTo(12));
        Assert.That(run.Measurements[1].Failure, Does.StartWith("Crashed"));
        Assert.That((inner.SessionsStarted, inner.SessionsEnded), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Participants_are_warmed_up_in_the_order_of_the_plan()
    {
        await MeasureAsync(Fresh with { Invocations = 8 }, [Two[0]], [Fakes.Backend(_machine, "x"), Fakes.Backend(_machine, "a"), Fakes.Backend(_machine, "m")], one => one.Backend);
        string[] order = [.. _progress.Events.OfType<BenchEvent.WarmedUp>().Select(happened => happened.Participant.Name)];
        Assert.That(order.Chunk(3), Is.All.EqualTo(new[] { "x", "a", "m" }));
    }

    [Test]
    public async Task Warming_up_goes_on_while_the_host_compiles()
    {
        BenchmarkRun run = await MeasureAsync(
            Fresh, [Fakes.Benchmark("1us compiles 60"), Fakes.Benchmark("1us", "c")], [Fakes.Backend(_machine, "a")], one => one.Backend);
        int[] samples = [.. run.Measurements.Select(measurement => measurement.WarmUps[^1].Times.Count)];
        Assert.That(samples[0], Is.InRange(60, 66));
        Assert.That(samples[1], Is.LessThan(15), "where it is not told, the times alone decide");
    }

    [Test]
    public async Task Everyone_settles_before_every_round()
    {
        int settled = 0, samples = 0;
        var backend = new FakeBackend(_machine, "a") { Settling = () => settled++ };
        _progress.Happened = happened =>
        {
            samples += happened is BenchEvent.SampleTaken ? 1 : 0;
            Assert.That(settled, Is.EqualTo(samples));
        };
        await MeasureAsync(Fresh, [Two[0]], [backend], one => one.Backend);
        Assert.That(settled, Is.EqualTo(12));
    }

    [Test]
    public async Task Who_cannot_settle_has_failed()
    {
        var backend = new FakeBackend(_machine, "a") { Settling = () => throw new InvalidOperationException("no heap here") };
        BenchmarkRun run = await MeasureAsync(Fresh, [Two[0]], [backend, Fakes.Backend(_machine, "b")], one => one.Backend);
        Assert.That(run.Measurements[0].Failure, Is.EqualTo("InvalidOperationException: no heap here"));
        Assert.That(run.Measurements[1].Samples, Has.Count.EqualTo(12));
    }

    [Test]
    public async Task Processes_are_gathered_for_the_rounds_only_and_the_kernel_is_measured_where_they_are()
    {
        var pinning = new RecordingPinning();
        FakeBackend[] backends = [new(_machine, "a") { ProcessId = 11 }, new(_machine, "b") { ProcessId = 22 }];
        _progress.Happened = happened => Assert.That(pinning.IsGathered, Is.EqualTo(happened is BenchEvent.SampleTaken or BenchEvent.RoundDone), $"{happened}");
        BenchmarkRun run = await MeasureAsync(Fresh, [Two[0]], backends, one => one.Backend, pinning);
        Assert.That(pinning.Gathered, Is.EqualTo(Enumerable.Repeat("11 22", 3)));
        Assert.That(pinning.IsGathered, Is.False);
        Assert.That(run.Measurements.SelectMany(one => one.Samples).Select(sample => sample.Anchor), Is.All.EqualTo(RecordingPinning.Time));
    }

    [Test]
    public async Task Nobody_is_gathered_beside_one_who_cannot_be()
    {
        var pinning = new RecordingPinning();
        FakeBackend[] backends = [new(_machine, "a") { ProcessId = 11 }, new(_machine, "external"), new(_machine, "b") { ProcessId = 22 }];
        BenchmarkRun run = await MeasureAsync(Fresh, [Two[0]], backends, one => one.Backend, pinning);
        Assert.That(pinning.Gathered, Is.Empty);
        Assert.That(run.Measurements, Has.All.Matches<Measurement>(one => one.Samples.Count == 12));
    }

    private IEnumerable<(string, int)> Started() => _progress.Events.OfType<BenchEvent.InvocationStarted>().Select(happened => (happened.Benchmark.Name, happened.Invocation));

    private Task<BenchmarkRun> MeasureAsync(Effort effort, BenchmarkDefinition[] benchmarks, IBackend[] backends, Func<Participant, IBackend> home, IPinning? pinning = null) =>
        new RoundsMeasurer(_machine.Clock, new FakeKernel(_machine), pinning, home).MeasureAsync(Fakes.Plan(effort, benchmarks, backends), _progress);

    private sealed class RecordingPinning : IPinning
    {
        public static readonly Nanoseconds Time = new(12.5);

        public List<string> Gathered { get; } = [];

        public bool IsGathered { get; private set; }

        public void Gather(IReadOnlyList<int> processIds)
        {
            Gathered.Add(string.Join(' ', processIds));
            IsGathered = true;
        }

        public Nanoseconds MeasureKernel() => Time;

        public void Release() => IsGathered = false;
    }
}
