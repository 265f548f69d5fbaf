namespace IoLab.TestBackends;

/// <summary>A clock that moves only when told to: tests of measuring take no time and always see the same times. Thread safe.</summary>
public sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _nanoseconds;

    /// <summary>Time since the clock was made.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _nanoseconds) / 100);

    /// <inheritdoc/>
    public override long TimestampFrequency => 1_000_000_000;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _nanoseconds);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Origin + Elapsed;

    /// <summary>Lets time pass.</summary>
    /// <param name="nanoseconds">How much, zero or more.</param>
    public void Advance(double nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        Interlocked.Add(ref _nanoseconds, (long)nanoseconds);
    }
}
