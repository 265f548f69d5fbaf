using IoLab.Contract;

namespace IoLab.Harness.Execution;

/// <summary>
/// One backend's session kept for many programs: started on demand, reset between programs, replaced after any anomaly.
/// Whatever a backend does (throw, hang, refuse to start) comes back as a <see cref="RunResult"/>. Used by one caller at a time.
/// </summary>
/// <param name="backend">The backend.</param>
/// <param name="options">The options of every session it starts.</param>
/// <param name="grace">How long past its limit a run may take to stop before the harness stops it; the same again before it is abandoned.</param>
public sealed class SessionHost(IBackend backend, SessionOptions options, TimeSpan? grace = null) : IAsyncDisposable
{
    private readonly TimeSpan _grace = grace ?? TimeSpan.FromSeconds(2);
    private ISession? _session;
    private bool _used;

    /// <summary>Runs a program in a pristine session.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        try
        {
            await MakePristineAsync(cancellationToken).ConfigureAwait(false);
            _used = true;
            return await RunGuardedAsync(_session!, program, limits, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await DiscardAsync().ConfigureAwait(false);
            throw;
        }
        catch (BackendException e)
        {
            await DiscardAsync().ConfigureAwait(false);
            return Crashed($"did not start: {e.Message}");
        }
        catch (Exception e) // A backend may break its contract in any way; the harness must survive and say so.
        {
            await DiscardAsync().ConfigureAwait(false);
            return Crashed($"the backend threw {e.GetType().Name}: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await DiscardAsync().ConfigureAwait(false);

    private async Task MakePristineAsync(CancellationToken cancellationToken)
    {
        if (_session is not null && _used)
        {
            if (backend.Capabilities.HasFlag(Capabilities.Resettable))
            {
                await _session.ResetAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await DiscardAsync().ConfigureAwait(false);
            }
        }

        _session ??= await backend.StartAsync(options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunResult> RunGuardedAsync(ISession session, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A session in this process may run the program on whoever calls it; one elsewhere only waits for an answer.
        Task<RunResult> run = backend.Capabilities.HasFlag(Capabilities.InProcess)
            ? Task.Run(() => session.RunAsync(program, limits, stop.Token).AsTask(), CancellationToken.None)
            : session.RunAsync(program, limits, stop.Token).AsTask();
        if (limits.Time == Timeout.InfiniteTimeSpan)
        {
            return await run.ConfigureAwait(false);
        }

        if (await FinishesWithinAsync(run, limits.Time + _grace).ConfigureAwait(false))
        {
            return await run.ConfigureAwait(false);
        }

        await stop.CancelAsync().ConfigureAwait(false);
        if (!await FinishesWithinAsync(run, _grace).ConfigureAwait(false))
        {
            _session = null; // Abandoned: disposing would wait for what does not end.
            return Crashed($"did not keep its time limit of {limits.Time.TotalSeconds:0.###} s and ignored cancellation; the session was abandoned");
        }

        await DiscardAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new RunResult
        {
            Outcome = Outcome.TimedOut,
            Detail = $"did not keep its time limit of {limits.Time.TotalSeconds:0.###} s; the harness stopped it",
        };
    }

    private static async Task<bool> FinishesWithinAsync(Task task, TimeSpan time)
    {
        using var delayStop = new CancellationTokenSource();
        Task first = await Task.WhenAny(task, Task.Delay(time, delayStop.Token)).ConfigureAwait(false);
        await delayStop.CancelAsync().ConfigureAwait(false);
        return ReferenceEquals(first, task);
    }

    private async Task DiscardAsync()
    {
        ISession? session = _session;
        _session = null;
        _used = false;
        if (session is null)
        {
            return;
        }

        try
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception) // The session is thrown away because it failed; a second failure adds nothing.
        {
        }
    }

    private static RunResult Crashed(string detail) => new() { Outcome = Outcome.Crashed, Detail = detail };
}
