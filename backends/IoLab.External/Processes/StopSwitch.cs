namespace IoLab.External.Processes;

/// <summary>Ends a child for the first of several reasons.</summary>
internal sealed class StopSwitch : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly CancellationTokenRegistration registration;
    private Timer? timer;
    private int reason;

    public StopSwitch(CancellationToken caller) => registration = caller.Register(() => Stop(StopReason.Cancelled));

    /// <summary>Cancelled when the child must end.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The first reason given.</summary>
    public StopReason Reason => (StopReason)Volatile.Read(ref reason);

    /// <summary>Gives a reason; later ones are ignored.</summary>
    public void Stop(StopReason why)
    {
        if (Interlocked.CompareExchange(ref reason, (int)why, (int)StopReason.None) != (int)StopReason.None) return;
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A timer that fired while the run was ending.
        }
    }

    /// <summary>Stops for <see cref="StopReason.Time"/> after the time given, unless it is infinite; replaces an earlier time.</summary>
    public void StopAfter(TimeSpan time)
    {
        timer?.Dispose();
        timer = time == Timeout.InfiniteTimeSpan ? null : new Timer(_ => Stop(StopReason.Time), null, time, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer?.Dispose();
        registration.Dispose();
        source.Dispose();
    }
}
