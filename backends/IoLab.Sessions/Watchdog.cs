using IoLab.Contract;
using IoLab.Runtime.Host;

namespace IoLab.Sessions;

/// <summary>Asks a guest to end when its time or memory is used up, or the caller cancels. Looks every 20 ms.</summary>
internal sealed class Watchdog : IDisposable
{
    private const int PeriodMilliseconds = 20;

    private readonly HostServices _host;
    private readonly RunLimits _limits;
    private readonly Timer? _timer;
    private readonly CancellationTokenRegistration _registration;
    private readonly long _start = System.Diagnostics.Stopwatch.GetTimestamp();
    private readonly long _memoryAtStart;

    public Watchdog(HostServices host, RunLimits limits, CancellationToken cancellationToken)
    {
        _host = host;
        _limits = limits;
        _host.TakeInterrupt();
        _registration = cancellationToken.Register(() => _host.RequestEnd(RunEnd.Cancelled, "cancelled"));
        var watchesMemory = limits.MemoryBytes < long.MaxValue;
        if (watchesMemory)
            _memoryAtStart = GC.GetTotalMemory(false);
        if (watchesMemory || limits.Time != Timeout.InfiniteTimeSpan)
            _timer = new Timer(_ => Look(), null, PeriodMilliseconds, PeriodMilliseconds);
    }

    private void Look()
    {
        if (_limits.Time != Timeout.InfiniteTimeSpan && System.Diagnostics.Stopwatch.GetElapsedTime(_start) >= _limits.Time)
            _host.RequestEnd(RunEnd.TimeLimit, $"ran longer than {_limits.Time.TotalSeconds:0.###} s");
        if (_limits.MemoryBytes == long.MaxValue || GC.GetTotalMemory(false) - _memoryAtStart <= _limits.MemoryBytes)
            return;
        // Garbage counts until it is collected: look again at what is really live before ending a run.
        if (GC.GetTotalMemory(true) - _memoryAtStart > _limits.MemoryBytes)
            _host.RequestEnd(RunEnd.MemoryLimit, $"holds more than {_limits.MemoryBytes} bytes");
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer?.Dispose();
        _host.TakeInterrupt();
    }
}
