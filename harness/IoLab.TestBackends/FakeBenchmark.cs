using IoLab.Contract;

namespace IoLab.TestBackends;

/// <summary>A prepared benchmark of <see cref="FakeBackend"/>.</summary>
internal sealed class FakeBenchmark(string backend, string label, FakeWork work, FakeMachine machine, double slowdown, Noise noise) : IPreparedBenchmark
{
    private int _samples;

    public ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        double elapsed = Math.Round(iterations * work.TimeAt(_samples++) * slowdown * machine.Slowdown() * noise.Factor(work.Jitter));
        if (limits.Time != Timeout.InfiniteTimeSpan && elapsed > limits.Time.TotalNanoseconds)
        {
            machine.Clock.Advance(limits.Time.TotalNanoseconds);
            throw new BenchmarkFailedException(backend, label, new RunResult { Outcome = Outcome.TimedOut, Detail = $"over {limits.Time.TotalSeconds:0.###} s" });
        }

        machine.Clock.Advance(elapsed);
        return new(new RawSample(iterations, new Nanoseconds(Math.Max(1, elapsed)), new Bytes(work.Allocated * iterations), work.ResultFor(iterations)));
    }

    public ValueTask DisposeAsync() => default;
}
