using System.Diagnostics;
using IoLab.Contract;
using IoLab.Runtime.Host;

namespace IoLab.Sessions;

/// <summary>Asks a guest to end when its time or memory is used up, or the caller cancels. Looks every 20 ms.</summary>
/// <remarks>Memory is the whole process's: sessions that run at the same time count against one another's limit.</remarks>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly HostServices _host;
    private readonly RunLimits _limits;
    private readonly Timer? _timer;
    private readonly CancellationTokenRegistration _registration;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _memoryAtStart;
    private bool _isOver;

    public Watchdog(HostServices host, RunLimits limits, CancellationToken cancellationToken)
    {
        _host = host;
        _limits = limits;
        _host.TakeInterrupt();
        if (limits.MemoryBytes < long.MaxValue)
            _memoryAtStart = GC.GetTotalMemory(false);
        if (limits.MemoryBytes < long.MaxValue || limits.Time != Timeout.InfiniteTimeSpan)
        {
            _timer = new Timer(_ => Look());
            _timer.Change(Period, Timeout.InfiniteTimeSpan);
        }
        _registration = cancellationToken.Register(() => End(RunEnd.Cancelled, "cancelled"));
    }

    /// <summary>One look; the next is due a period after it, however long it took.</summary>
    private void Look()
    {
        if (_limits.Time != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(_start) >= _limits.Time)
            End(RunEnd.TimeLimit, $"ran longer than {_limits.Time.TotalSeconds:0.###} s");
        else if (HoldsTooMuch())
            End(RunEnd.MemoryLimit, $"holds more than {_limits.MemoryBytes} bytes");
        lock (_lock)
        {
            if (!_isOver)
                _timer!.Change(Period, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Garbage counts until it is collected: what is really live is asked for before a run is ended.</summary>
    private bool HoldsTooMuch()
    {
        if (_limits.MemoryBytes == long.MaxValue || GC.GetTotalMemory(false) - _memoryAtStart <= _limits.MemoryBytes)
            return false;
        GC.Collect(); // Once: GC.GetTotalMemory(true) collects until the size is steady, which it is not while the guest runs.
        return GC.GetTotalMemory(false) - _memoryAtStart > _limits.MemoryBytes;
    }

    /// <summary>Asks, unless the run is over: a late look must not end the next one.</summary>
    private void End(RunEnd end, string detail)
    {
        lock (_lock)
        {
            if (!_isOver)
                _host.RequestEnd(end, detail);
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _isOver = true;
        _registration.Dispose();
        _timer?.Dispose();
        _host.TakeInterrupt();
    }
}
