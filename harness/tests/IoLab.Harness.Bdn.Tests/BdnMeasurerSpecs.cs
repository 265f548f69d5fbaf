using System.Diagnostics;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;
using NUnit.Framework;

namespace IoLab.Harness.Bdn.Tests;

[TestFixture, CancelAfter(120_000), NonParallelizable]
internal sealed class BdnMeasurerSpecs
{
    private static readonly Effort Effort = new() { Invocations = 1, Rounds = 10, MinimumSample = TimeSpan.FromMilliseconds(10), MaximumWarmUp = TimeSpan.FromMilliseconds(100) };
    private static readonly BenchmarkDefinition Benchmark = BenchmarkLoader.Parse("# unit: ns\n# expect(n): n*2\nwork 1us result n*2", "fake", "doubling.io");

    [Test]
    public async Task A_benchmark_has_at_least_ten_samples_of_its_true_time()
    {
        Measurement measurement = await MeasureAsync(new SpinningBackend(TimeSpan.FromMicroseconds(2)));
        Assert.Multiple(() =>
        {
            Assert.That(measurement.Failure, Is.Null);
            Assert.That(measurement.Samples, Has.Count.GreaterThanOrEqualTo(8), "BenchmarkDotNet may drop outliers");
            Assert.That(measurement.Samples.Min(sample => sample.Raw.PerIteration.Value), Is.InRange(1900, 20_000), "a busy machine only adds");
            Assert.That(measurement.Samples[0].Anchor, Is.Not.Null);
            Assert.That(measurement.Samples[0].Raw.Allocated, Is.Not.Null);
        });
    }

    [Test]
    public async Task A_wrong_result_is_a_failure_and_never_a_time()
    {
        Measurement measurement = await MeasureAsync(new BrokenBackend(new FakeBackend(new FakeMachine()), () => new WrongResult()));
        Assert.Multiple(() =>
        {
            Assert.That(measurement.Failure, Does.StartWith("wrong result: run(1) answered '3', expected '2'"));
            Assert.That((measurement.IsValid, measurement.IsUsable), Is.EqualTo((false, false)));
        });
    }

    [Test]
    public async Task A_crash_is_a_failure()
    {
        Measurement measurement = await MeasureAsync(new BrokenBackend(new FakeBackend(new FakeMachine()), () => new CrashAt(2)));
        Assert.That(measurement.Failure, Does.StartWith("Crashed: segmentation fault"));
    }

    [Test]
    public void A_backend_outside_this_process_is_refused() =>
        Assert.That(async () => await MeasureAsync(new FakeBackend(new FakeMachine()) { Capabilities = Capabilities.None }),
            Throws.TypeOf<HarnessException>().With.Message.Contains("--engine rounds"));

    private static async Task<Measurement> MeasureAsync(IBackend backend)
    {
        var plan = new MeasurementPlan { Benchmarks = [Benchmark], Participants = [new Participant(backend)], Effort = Effort };
        return (await new BdnMeasurer(new FakeKernel(new FakeMachine())).MeasureAsync(plan)).Measurements[0];
    }

    /// <summary>A backend that really takes time: BenchmarkDotNet measures by its own clock.</summary>
    private sealed class SpinningBackend(TimeSpan perIteration) : IBackend
    {
        public string Name => "spinning";

        public string Description => "spins";

        public Capabilities Capabilities => Capabilities.InProcess;

        public IReadOnlyList<string> Components => ["evaluation/spinning"];

        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, "1", null));

        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => new(new Session(perIteration));

        private sealed class Session(TimeSpan perIteration) : ISession, IPreparedBenchmark
        {
            public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) =>
                new(new RunResult { Outcome = Outcome.Completed });

            public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => new(this);

            public ValueTask ResetAsync(CancellationToken cancellationToken = default) => default;

            public ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
            {
                long start = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(start) < perIteration * iterations)
                {
                }

                return new(new RawSample(iterations, new Nanoseconds(Stopwatch.GetElapsedTime(start).TotalNanoseconds), null, $"{2 * iterations}"));
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
