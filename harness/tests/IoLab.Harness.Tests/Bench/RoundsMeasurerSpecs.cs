using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Stopping;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Bench;

[TestFixture, CancelAfter(60_000)]
internal sealed class RoundsMeasurerSpecs
{
    private static readonly Effort Effort = new() { Invocations = 3, Rounds = 4, MinimumSample = TimeSpan.FromMilliseconds(20) };
    private readonly FakeMachine _machine = new();

    [Test]
    public async Task Every_backend_is_measured_once_per_round_and_invocation_in_an_order_that_varies()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us")], Fakes.Backend(_machine, "a"), Fakes.Backend(_machine, "b")));
        IEnumerable<(int, int)> all = from invocation in Enumerable.Range(0, 3) from round in Enumerable.Range(0, 4) select (invocation, round);
        Assert.Multiple(() =>
        {
            foreach (Measurement measurement in run.Measurements)
            {
                Assert.That(measurement.Samples.Select(sample => (sample.Invocation, sample.Round)), Is.EqualTo(all));
                Assert.That(measurement.Samples.Select(sample => sample.Order).Distinct().Order(), Is.EqualTo(new[] { 0, 1 }));
                Assert.That(measurement.Samples.Select(sample => sample.Anchor), Is.All.EqualTo(new Nanoseconds(10)));
            }
        });
    }

    [Test]
    public async Task Iterations_are_calibrated_to_the_minimum_sample_and_frozen()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us warmup 900% over 20")], Fakes.Backend(_machine)));
        MeasuredSample[] samples = [.. run.Measurements[0].Samples];
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Raw.Iterations).Distinct().Count(), Is.EqualTo(1));
            Assert.That(samples.Skip(4).Select(sample => sample.Raw.Elapsed.Value), Is.All.InRange(20e6, 40e6));
        });
    }

    [Test]
    public async Task A_session_is_started_for_each_invocation_and_one_to_calibrate_each_benchmark()
    {
        FakeBackend backend = Fakes.Backend(_machine);
        await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us"), Fakes.Benchmark("2us", "c")], backend));
        Assert.That(backend.SessionsStarted, Is.EqualTo(8));
    }

    [Test]
    public async Task A_single_invocation_is_calibrated_in_its_own_session()
    {
        FakeBackend backend = Fakes.Backend(_machine);
        await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort with { Invocations = 1 }, [Fakes.Benchmark("1us")], backend));
        Assert.That(backend.SessionsStarted, Is.EqualTo(1));
    }

    [Test]
    public async Task Rounds_in_which_the_machine_was_disturbed_are_repeated_and_kept()
    {
        var machine = new FakeMachine { Phases = [(TimeSpan.FromMilliseconds(600), 1), (TimeSpan.FromMilliseconds(150), 1.9)] };
        BenchmarkRun run = await Fakes.MeasureAsync(machine, Fakes.Plan(Effort with { Rounds = 20, Invocations = 1 }, [Fakes.Benchmark("1us")], Fakes.Backend(machine)));
        MeasuredSample[] samples = [.. run.Measurements[0].Samples];
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Length.GreaterThan(20).And.Length.LessThan(41));
            Assert.That(samples.Count(sample => sample.Anchor!.Value.Value < 10.8), Is.GreaterThanOrEqualTo(20));
            Assert.That(samples, Has.Some.Matches<MeasuredSample>(sample => sample.Anchor!.Value.Value > 10.8));
        });
    }

    [Test]
    public async Task Samples_are_taken_only_after_the_times_have_settled()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us warmup 300% over 30")], Fakes.Backend(_machine)));
        Measurement measurement = run.Measurements[0];
        Assert.Multiple(() =>
        {
            Assert.That(measurement.WarmUps.Select(warmUp => warmUp.Reason), Is.All.EqualTo(StopReason.Settled));
            Assert.That(measurement.Samples.Select(sample => sample.Raw.PerIteration.Value), Is.All.EqualTo(1000).Within(1));
        });
    }

    [Test]
    public async Task A_benchmark_that_never_settles_says_so_and_is_measured_all_the_same()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(
            _machine, Fakes.Plan(Effort with { MaximumWarmUp = TimeSpan.FromMilliseconds(500) }, [Fakes.Benchmark("1us warmup 900% over 60")], Fakes.Backend(_machine)));
        Assert.Multiple(() =>
        {
            Assert.That(run.Measurements[0].Remarks, Has.Some.Contains("did not settle"));
            Assert.That(run.Measurements[0].IsUsable);
        });
    }

    [Test]
    public async Task A_wrong_result_is_a_failure_and_never_a_time()
    {
        IBackend broken = Fakes.Broken(_machine, () => new WrongResult(), "wrong");
        BenchmarkRun run = await Fakes.MeasureAsync(
            _machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us result n*2", expect: "# expect(n): n*2")], Fakes.Backend(_machine, "right"), broken));
        BenchmarkRow row = BenchmarkSummary.Rows(run)[1];
        Assert.Multiple(() =>
        {
            Assert.That(row.Failure, Is.EqualTo("wrong result: run(1) answered '3', expected '2'"));
            Assert.That((row.Level, row.Speedup, row.Samples), Is.EqualTo(((Estimate?)null, (Estimate?)null, 0)));
            Assert.That(BenchmarkSummary.Rows(run)[0].Level, Is.Not.Null, "the others go on");
        });
    }

    [Test]
    public async Task A_result_that_turns_wrong_makes_the_whole_point_invalid()
    {
        IBackend flaky = Fakes.Broken(_machine, () => new Flaky(60));
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort with { Rounds = 60, MinimumWarmUp = TimeSpan.Zero }, [Fakes.Benchmark("1us result 7", expect: "# expect: 7")], flaky));
        Measurement measurement = run.Measurements[0];
        Assert.Multiple(() =>
        {
            Assert.That(measurement.Samples, Is.Not.Empty, "evidence is kept");
            Assert.That(measurement.IsValid, Is.False);
            Assert.That(BenchmarkSummary.Rows(run)[0].Level, Is.Null);
            Assert.That(SeriesPoints.From(run, Fakes.Environment)[0].IsValid, Is.False);
        });
    }

    [Test]
    public async Task A_crash_is_recorded_and_the_others_go_on()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(
            _machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us")], Fakes.Backend(_machine, "a"), Fakes.Broken(_machine, () => new CrashAt(3), "b")));
        Assert.Multiple(() =>
        {
            Assert.That(run.Measurements[0].Samples, Has.Count.EqualTo(12));
            Assert.That(run.Measurements[1].Failure, Does.StartWith("Crashed: segmentation fault"));
        });
    }

    [Test]
    public async Task A_program_that_does_not_start_is_recorded()
    {
        var benchmark = BenchmarkLoader.Parse("# unit: ns\n# expect: none\nraise Exception: no Vector here\n", "fake", "v.io");
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [benchmark], Fakes.Backend(_machine)));
        Assert.That(run.Measurements[0].Failure, Is.EqualTo("Raised: no Vector here"));
    }

    [Test]
    public async Task A_backend_without_what_a_benchmark_needs_is_not_measured()
    {
        var benchmark = BenchmarkLoader.Parse("# unit: ns\n# expect: none\n# needs: continuations\nwork 1us\n", "fake", "v.io");
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [benchmark], Fakes.Backend(_machine)));
        Assert.That(run.Measurements[0].Failure, Is.EqualTo("needs Continuations"));
    }

    [Test]
    public async Task Bytes_per_iteration_are_reported_and_stored()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us alloc 64B")], Fakes.Backend(_machine)));
        SeriesPoint stored = SeriesPoints.From(run, Fakes.Environment).Single(point => point.Key.Metric == SeriesPoints.AllocatedMetric);
        Assert.Multiple(() =>
        {
            Assert.That(BenchmarkSummary.Rows(run)[0].AllocatedPerIteration, Is.EqualTo(64));
            Assert.That((stored.Key.Unit, stored.Samples[0].Value), Is.EqualTo(("B", 64.0)));
        });
    }

    [Test]
    public async Task Speedups_come_from_rounds_and_are_blind_to_the_machine_changing_speed()
    {
        var machine = new FakeMachine { Phases = [(TimeSpan.FromMilliseconds(170), 1), (TimeSpan.FromMilliseconds(230), 1.9)] };
        BenchmarkRun run = await Fakes.MeasureAsync(
            machine, Fakes.Plan(Effort with { Rounds = 20 }, [Fakes.Benchmark("1us jitter 2%")], Fakes.Backend(machine, "tree", 3), Fakes.Backend(machine, "closure")));
        Estimate speedup = BenchmarkSummary.Rows(run)[1].Speedup!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(speedup.Value, Is.EqualTo(3).Within(0.1));
            Assert.That(speedup.Low, Is.LessThan(3));
            Assert.That(speedup.High, Is.GreaterThan(3));
        });
    }

    [Test]
    public async Task Benchmarks_that_are_not_part_of_the_mean_are_left_out_of_it()
    {
        BenchmarkDefinition odd = Fakes.Benchmark("1us", "odd") with { IsInGeometricMean = false };
        BenchmarkRun run = await Fakes.MeasureAsync(
            _machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us"), odd], Fakes.Backend(_machine, "tree", 3), Fakes.Backend(_machine, "closure")));
        (string participant, Estimate speedup, int benchmarks) = BenchmarkSummary.GeometricMeans(run).Single();
        Assert.That((participant, Math.Round(speedup.Value, 6), benchmarks), Is.EqualTo(("closure", 3.0, 1)));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_run()
    {
        async Task<IEnumerable<MeasuredSample>> OnceAsync()
        {
            var machine = new FakeMachine(5);
            BenchmarkRun run = await Fakes.MeasureAsync(machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us jitter 3%")], Fakes.Backend(machine, "a"), Fakes.Backend(machine, "b")));
            return run.Measurements.SelectMany(measurement => measurement.Samples);
        }

        IEnumerable<MeasuredSample> first = await OnceAsync(), second = await OnceAsync();
        Assert.That(first, Is.EqualTo(second));
    }

    [Test]
    public async Task Progress_tells_what_happens_in_order()
    {
        var progress = new RecordingProgress();
        await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort with { Invocations = 1, Rounds = 1 }, [Fakes.Benchmark("1us")], Fakes.Backend(_machine)), progress);
        Assert.That(progress.Events.Select(happened => happened.GetType().Name), Is.EqualTo(new[] { "InvocationStarted", "WarmedUp", "SampleTaken", "RoundDone" }));
    }

    [Test]
    public void A_plan_in_which_a_backend_takes_part_twice_is_refused() =>
        Assert.That(async () => await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("1us")], Fakes.Backend(_machine), Fakes.Backend(_machine))),
            Throws.TypeOf<HarnessException>().With.Message.Contains("label"));
}
