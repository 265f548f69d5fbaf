namespace IoLab.External.Processes;

/// <summary>Ends a child whose resident memory, with its descendants', passes a limit. Looks ten times a second: a burst may overshoot.</summary>
internal sealed class MemoryWatch(StopSwitch stop, long limitBytes) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private Timer? timer;

    /// <summary>Begins watching a process.</summary>
    public void Watch(int processId)
    {
        if (limitBytes == long.MaxValue) return;
        timer = new Timer(_ => Look(processId), null, Interval, Interval);
    }

    private void Look(int processId)
    {
        if (ProcessTree.ResidentBytes(processId) > limitBytes) stop.Stop(StopReason.Memory);
    }

    /// <inheritdoc/>
    public void Dispose() => timer?.Dispose();
}
