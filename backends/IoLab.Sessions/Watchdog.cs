using System.Diagnostics;
using IoLab.Contract;
using IoLab.Runtime.Host;

namespace IoLab.Sessions;

/// <summary>
/// Asks a guest to end when its time or memory is used up, or the caller cancels. Looks every 20 ms when either may soon be, else up to ten times less often: each look wakes two threads,
/// which takes time from the guest where all share one processor.
/// </summary>
/// <remarks>Memory is the whole process's: sessions that run at the same time count against one another's limit.</remarks>
internal sealed class Watchdog : IDisposable
{
    /// <summary>The shortest and the longest time between two looks.</summary>
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(20), s_longest = TimeSpan.FromMilliseconds(200);

    /// <summary>More than guests were seen to take.</summary>
    private const double BytesPerSecond = 8e9;

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
            LookLater();
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
                LookLater();
        }
    }

    private void LookLater()
    {
        TimeSpan due = s_longest;
        if (_limits.Time != Timeout.InfiniteTimeSpan)
            due = Least(due, _limits.Time - Stopwatch.GetElapsedTime(_start));
        if (_limits.MemoryBytes < long.MaxValue)
            due = Least(due, TimeSpan.FromSeconds((_limits.MemoryBytes - (double)Held()) / BytesPerSecond));
        _timer!.Change(due < s_shortest ? s_shortest : due, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>In bytes; less than nothing when what was there before the run has been collected.</summary>
    private long Held() => GC.GetTotalMemory(false) - _memoryAtStart;

    /// <summary>Garbage counts until it is collected: what is really live is asked for before a run is ended.</summary>
    private bool HoldsTooMuch()
    {
        if (_limits.MemoryBytes == long.MaxValue || Held() <= _limits.MemoryBytes)
            return false;
        GC.Collect(); // Once: GC.GetTotalMemory(true) collects until the size is steady, which it is not while the guest runs.
        return Held() > _limits.MemoryBytes;
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
