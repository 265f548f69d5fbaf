using IoLab.Runtime.Host;

namespace IoLab.Bytecode;

/// <summary>
/// While a process is young the loop is left and entered again every few milliseconds. .NET compiles a method better when it has been called thirty times, first to see what it does, then for
/// that; a loop that is entered once in a run would stay for all of it in the code it began with, which knows nothing and, compiled ahead of time, cannot be replaced on the stack.
/// </summary>
internal sealed class Youth : IDisposable
{
    /// <summary>How often it is left: more often than twice thirty times, as compiling it takes its time too.</summary>
    private const int Most = 1000;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(2);
    private static int s_left = Most;
    private readonly Timer _timer;

    private Youth(HostServices host)
    {
        // A timer that nobody needs any more would wake the process five hundred times a second for the rest of a long run.
        _timer = new Timer(own =>
        {
            if (Interlocked.Decrement(ref s_left) >= 0)
                host.Interrupt = true;
            else
                ((Timer)own!).Dispose();
        });
        _timer.Change(Period, Period);
    }

    /// <summary>A run begins; to be disposed of at its end. Null when the process is old. Short runs age it as well: each calls the loop.</summary>
    public static Youth? Begin(HostServices host) => Volatile.Read(ref s_left) > 0 && Interlocked.Decrement(ref s_left) >= 0 ? new Youth(host) : null;

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
