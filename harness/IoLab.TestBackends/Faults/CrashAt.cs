using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Crashes at its n-th run, and at its n-th sample, and never again in that session.</summary>
/// <param name="n">From 1.</param>
public sealed class CrashAt(int n) : Fault
{
    private int _runs, _samples;

    /// <inheritdoc/>
    public override ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken) =>
        ++_runs == n ? new(Crash()) : base.RunAsync(inner, program, limits, cancellationToken);

    /// <inheritdoc/>
    public override RawSample Distort(RawSample sample) => ++_samples == n ? throw new BenchmarkFailedException("broken", "crash", Crash()) : sample;

    private RunResult Crash() => new() { Outcome = Outcome.Crashed, Detail = $"segmentation fault at run {n}" };
}
