using IoLab.Contract;

namespace IoLab.Workers;

/// <summary>A benchmark that a worker has prepared. Its times are taken in the worker.</summary>
internal sealed class IsolatedBenchmark(IsolatedSession session, string label) : IPreparedBenchmark
{
    /// <inheritdoc/>
    public ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default) =>
        session.MeasureAsync(label, iterations, limits, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(CancellationToken cancellationToken = default) => session.SettleAsync(label, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.ReleaseAsync();
}
