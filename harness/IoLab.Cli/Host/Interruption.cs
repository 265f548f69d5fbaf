using System.Runtime.InteropServices;

namespace IoLab.Cli.Host;

/// <summary>Turns Ctrl-C and a polite kill into cancellation; a second Ctrl-C, or two seconds without an answer, ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private Timer? lastResort;
    private Action? diverted;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Until the answer is disposed, Ctrl-C means this and not the end of the process.</summary>
    public IDisposable Divert(Action action)
    {
        diverted = action;
        return new Diversion(this);
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (context.Signal == PosixSignal.SIGINT && diverted is { } action)
        {
            context.Cancel = true;
            action();
            return;
        }

        if (source.IsCancellationRequested) return;
        context.Cancel = true;
        lastResort = new Timer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }

    /// <summary>Something does not answer, a read of a terminal perhaps. Child processes have been told to end at the first signal.</summary>
    private static void End()
    {
        Console.Error.WriteLine("iolab: interrupted");
        Environment.Exit(ExitCode.Interrupted);
    }

    private sealed class Diversion(Interruption interruption) : IDisposable
    {
        public void Dispose() => interruption.diverted = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        lastResort?.Dispose();
        source.Dispose();
    }
}
