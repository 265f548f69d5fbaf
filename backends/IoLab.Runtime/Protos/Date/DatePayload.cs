using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Date;

/// <summary>The payload of dates: a moment. Dates are shown in UTC; there are no other zones.</summary>
internal sealed class DatePayload(double seconds) : Payload, IComparablePayload, ISerializedPayload
{
    /// <summary>Seconds since the epoch, with fraction.</summary>
    public double Seconds { get; set; } = seconds;

    /// <summary>The whole seconds before it; a moment that is not finite or further than the calendar reaches is the epoch.</summary>
    public long WholeSeconds => Math.Abs(Seconds) < 1e15 ? (long)Math.Floor(Seconds) : 0;

    /// <summary>The calendar's view of it.</summary>
    public CivilTime Civil => CivilTime.FromEpoch(WholeSeconds);

    /// <inheritdoc/>
    public override Kind Kind => Kind.Date;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new DatePayload(Seconds);

    /// <inheritdoc/>
    public override Payload Snapshot() => new DatePayload(Seconds);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => Seconds = ((DatePayload)snapshot).Seconds;

    /// <inheritdoc/>
    public int CompareTo(IComparablePayload other) => Seconds.CompareTo(((DatePayload)other).Seconds);

    /// <inheritdoc/>
    public PayloadTag Tag => PayloadTag.Date;

    /// <inheritdoc/>
    public bool TryWrite(BinaryWriter writer)
    {
        writer.Write(Seconds);
        return true;
    }
}
