using IoLab.Cli.Host;

namespace IoLab.Cli.Repl;

/// <summary>Stops the entry that is being evaluated, for Ctrl-C: the signal, or the key while the entry reads a line. Without an entry, Ctrl-C means what it always does.</summary>
internal sealed class EntryInterruption(CliHost host) : IDisposable
{
    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private IDisposable? diversion;

    /// <summary>An entry begins.</summary>
    /// <returns>Cancelled when it is to stop.</returns>
    public CancellationToken Begin(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            diversion = host.Interruption?.Divert(Raise);
            return stop.Token;
        }
    }

    /// <summary>It ended.</summary>
    public void End()
    {
        lock (gate)
        {
            diversion?.Dispose();
            stop?.Dispose();
            (stop, diversion) = (null, null);
        }
    }

    /// <summary>Stops it.</summary>
    public void Raise()
    {
        lock (gate) stop?.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => End();
}
