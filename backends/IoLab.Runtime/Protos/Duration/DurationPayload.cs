using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Duration;

/// <summary>The payload of durations.</summary>
internal sealed class DurationPayload(double seconds) : Payload, IComparablePayload, ISerializedPayload
{
    /// <summary>How long, with fraction; may be negative.</summary>
    public double Seconds { get; set; } = seconds;

    /// <inheritdoc/>
    public override Kind Kind => Kind.Duration;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new DurationPayload(Seconds);

    /// <inheritdoc/>
    public override Payload Snapshot() => new DurationPayload(Seconds);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => Seconds = ((DurationPayload)snapshot).Seconds;

    /// <inheritdoc/>
    public int CompareTo(IComparablePayload other) => Seconds.CompareTo(((DurationPayload)other).Seconds);

    /// <inheritdoc/>
    public PayloadTag Tag => PayloadTag.Duration;

    /// <inheritdoc/>
    public bool TryWrite(BinaryWriter writer)
    {
        writer.Write(Seconds);
        return true;
    }
}
