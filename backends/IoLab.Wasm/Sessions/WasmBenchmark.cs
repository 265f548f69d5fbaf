using IoLab.Contract;

namespace IoLab.Wasm.Sessions;

/// <summary>A benchmark that a guest has prepared. It is timed there, by the guest's own monotonic clock.</summary>
internal sealed class WasmBenchmark(WasmSession session, IPreparedBenchmark prepared) : IPreparedBenchmark
{
    /// <inheritdoc/>
    public async ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
    {
        session.Begin("", limits);
        try
        {
            return await prepared.MeasureAsync(iterations, limits, cancellationToken).ConfigureAwait(false);
        }
        catch (BenchmarkFailedException e)
        {
            throw new BenchmarkFailedException(e.Backend, e.Benchmark, session.Finish(e.Result));
        }
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(CancellationToken cancellationToken = default) => prepared.SettleAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => prepared.DisposeAsync();
}
