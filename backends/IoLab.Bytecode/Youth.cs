using System.Runtime;
using IoLab.Runtime.Host;

namespace IoLab.Bytecode;

/// <summary>
/// While a process is young the loop is left and entered again every few milliseconds. .NET compiles a method better when it has been called thirty times, first to see what it does, then for
/// that; a loop that is entered once in a run would stay for all of it in the code it began with, which knows nothing and, compiled ahead of time, cannot be replaced on the stack.
/// </summary>
/// <remarks>
/// It is left often at first and after it was compiled, when its calls are counted anew; seldom while only the end of its compiling is waited for, which takes about a second; and no longer
/// when it was not compiled for some seconds. Each time wakes two threads: where all share one processor, five hundred times a second took a tenth of a measured program's time.
/// </remarks>
internal sealed class Youth : IDisposable
{
    /// <summary>How often it is left at most, in all runs.</summary>
    private const int Most = 1000;

    /// <summary>So many times it is left quickly at first and after it was compiled: more often than the thirty calls that .NET counts.</summary>
    private const int Burst = 40;

    /// <summary>So many times since it was compiled, and the process is old: about four seconds.</summary>
    private const int Enough = Burst + 100;

    /// <summary>So many bytes of IL compiled between two turns: that was the loop, as no other method is so long. Many short ones together are taken for it too, which costs a burst.</summary>
    internal const int Long = 8192;
    private static readonly TimeSpan s_quick = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(40);
    private static int s_left = Most;
    private static long s_compiled;
    private static int s_turns;
    private readonly HostServices _host;
    private readonly Timer _timer;

    private Youth(HostServices host)
    {
        _host = host;
        _timer = new Timer(own => ((Youth)own!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Wait();
    }

    /// <summary>A run begins; to be disposed of at its end. Null when the process is old. Short runs age it as well: each calls the loop.</summary>
    public static Youth? Begin(HostServices host) => Age() ? new Youth(host) : null;

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <summary>The timer waits for its next turn only when this one is over, and not at all when the process is old: nobody is woken for nothing.</summary>
    private void Tick()
    {
        if (!Age())
            return;
        long compiled = JitInfo.GetCompiledILBytes();
        if (compiled - Interlocked.Exchange(ref s_compiled, compiled) >= Long)
            Volatile.Write(ref s_turns, 0);
        else if (Interlocked.Increment(ref s_turns) >= Enough)
            Volatile.Write(ref s_left, 0);
        _host.Interrupt = true;
        Wait();
    }

    /// <summary>False when the process is old.</summary>
    private static bool Age() => Volatile.Read(ref s_left) > 0 && Interlocked.Decrement(ref s_left) >= 0;

    /// <summary>On a timer that was disposed of meanwhile this does nothing.</summary>
    private void Wait() => _timer.Change(Volatile.Read(ref s_turns) < Burst ? s_quick : s_slow, Timeout.InfiniteTimeSpan);
}
