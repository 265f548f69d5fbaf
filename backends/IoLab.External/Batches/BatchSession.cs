using IoLab.Contract;
using IoLab.External.Processes;

namespace IoLab.External.Batches;

/// <summary>Runs programs in a process that is kept for many; those that a batch cannot have go to a session with a process for each.</summary>
internal sealed class BatchSession(
    ExternalSettings settings, int batchSize, ISession alone, Func<IoProgram, (ChildCommand Command, IDisposable File)> commandFor, IChildProcessRunner runner) : ISession
{
    private BatchProcess? process;
    private IDisposable? file;

    /// <inheritdoc/>
    public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        if (!BatchDriver.Takes(program)) return await alone.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
        if (process is { IsGone: true } || process?.Programs >= batchSize) await EndAsync().ConfigureAwait(false);
        process ??= await StartAsync(limits, cancellationToken).ConfigureAwait(false);
        return await process.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) =>
        alone.PrepareAsync(program, limits, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Removes nothing but what the driver has removed already: globals.</remarks>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        await alone.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<BatchProcess> StartAsync(RunLimits limits, CancellationToken cancellationToken)
    {
        var driver = new BatchDriver();
        (ChildCommand command, file) = commandFor(new IoProgram { Source = driver.Source });
        try
        {
            return await BatchProcess.StartAsync(settings.Name, driver, runner, command, limits with { Time = settings.StartupTime + settings.ProbeTime }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            file.Dispose();
            file = null;
            if (e is ChildStartException) throw new BackendException(settings.Name, e.Message, e);
            throw;
        }
    }

    private async Task EndAsync()
    {
        if (process is { } ending) await ending.DisposeAsync().ConfigureAwait(false);
        file?.Dispose();
        (process, file) = (null, null);
    }
}
