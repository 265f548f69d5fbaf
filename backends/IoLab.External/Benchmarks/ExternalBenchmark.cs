using IoLab.Contract;

namespace IoLab.External.Benchmarks;

/// <summary>A prepared benchmark of an external backend: a process that waits for n, and the means to start another when it is gone.</summary>
internal sealed class ExternalBenchmark(
    string backend,
    string label,
    SampleProcess sampleProcess,
    BenchmarkProcess first,
    Func<CancellationToken, ValueTask<BenchmarkProcess>> respawn,
    Action cleanUp) : IPreparedBenchmark
{
    /// <summary>
    /// A fresh process runs a quarter of a sample untimed first: engines compile a function when it is first called, which costs more than a short
    /// sample; and the less is run before, the less is left behind for the sample's collector to walk.
    /// </summary>
    private const long UntimedShare = 4;

    private BenchmarkProcess? process = first;

    /// <inheritdoc/>
    public async ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        cancellationToken.ThrowIfCancellationRequested();
        bool isUsable = false;
        try
        {
            process ??= await respawn(cancellationToken).ConfigureAwait(false);
            if (sampleProcess == SampleProcess.Fresh) await process.MeasureAsync(Math.Max(1, iterations / UntimedShare), limits, cancellationToken).ConfigureAwait(false);
            RawSample sample = await process.MeasureAsync(iterations, limits, cancellationToken).ConfigureAwait(false);
            isUsable = sampleProcess == SampleProcess.Shared;
            return sample;
        }
        catch (GuestEndedException e)
        {
            throw new BenchmarkFailedException(backend, label, e.Result);
        }
        finally
        {
            if (!isUsable) await EndAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask EndAsync()
    {
        if (process is { } ending) await ending.DisposeAsync().ConfigureAwait(false);
        process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        cleanUp();
    }
}
