using IoLab.Contract;

namespace IoLab.TestBackends;

/// <summary>A prepared benchmark of <see cref="FakeBackend"/>.</summary>
internal sealed class FakeBenchmark(FakeBackend backend, string label, FakeWork work, FakeMachine machine, double slowdown, Noise noise) : IPreparedBenchmark
{
    private int _samples;

    public ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int sample = _samples++;
        double elapsed = Math.Round(iterations * work.TimeAt(sample) * slowdown * machine.Slowdown() * noise.Factor(work.Jitter));
        if (limits.Time != Timeout.InfiniteTimeSpan && elapsed > limits.Time.TotalNanoseconds)
        {
            machine.Clock.Advance(limits.Time.TotalNanoseconds);
            throw new BenchmarkFailedException(backend.Name, label, new RunResult { Outcome = Outcome.TimedOut, Detail = $"over {limits.Time.TotalSeconds:0.###} s" });
        }

        machine.Clock.Advance(elapsed);
        return new(new RawSample(iterations, new Nanoseconds(Math.Max(1, elapsed)), new Bytes(work.Allocated * iterations), work.ResultFor(iterations))
        {
            CompiledMethods = work.Compiles is { } compiles ? Math.Min(sample, compiles) : null,
        });
    }

    public ValueTask SettleAsync(CancellationToken cancellationToken = default)
    {
        backend.Settling();
        return default;
    }

    public ValueTask DisposeAsync() => default;
}
