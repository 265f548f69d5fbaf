using System.Threading.Channels;
using IoLab.Contract;

namespace IoLab.Harness.Execution;

/// <summary>
/// Several sessions of one backend that run programs side by side, each program in a pristine world. Sessions are started when they are first needed.
/// Any number of callers may run at once; who finds all sessions busy waits for one.
/// </summary>
public sealed class SessionPool : IAsyncDisposable
{
    private readonly Channel<SessionHost> idle = Channel.CreateUnbounded<SessionHost>();
    private readonly SessionHost[] hosts;

    /// <summary>Makes a pool; starts nothing.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="options">The options of every session.</param>
    /// <param name="size">How many sessions at most, at least 1.</param>
    /// <param name="grace">See <see cref="SessionHost"/>; null for its default.</param>
    public SessionPool(IBackend backend, SessionOptions options, int size, TimeSpan? grace = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        hosts = [.. Enumerable.Range(0, size).Select(_ => new SessionHost(backend, options, grace))];
        foreach (SessionHost host in hosts) idle.Writer.TryWrite(host);
    }

    /// <summary>Runs a program in the next free session. Whatever the backend does is a result.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        SessionHost host = await idle.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await host.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            idle.Writer.TryWrite(host);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (SessionHost host in hosts) await host.DisposeAsync().ConfigureAwait(false);
    }
}
