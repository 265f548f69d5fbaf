namespace IoLab.Runtime.Core;

/// <summary>Bits every reader or writer of an object may have to test.</summary>
[Flags]
public enum ObjectFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,
    /// <summary>Runs when read from a slot or a local.</summary>
    Activatable = 1,
    /// <summary>A sentinel no program sees: absent, moved, unwind, a lazily made call.</summary>
    Sentinel = 2,
    /// <summary>Stands for another value after <c>become</c>.</summary>
    Forwarder = 4,
    /// <summary>Somebody's proto: adding or removing its slots bumps epochs.</summary>
    Proto = 8,
    /// <summary>Belongs to the pristine image and has not been saved in the journal.</summary>
    Image = 16,
    /// <summary>The locals of an activation.</summary>
    Locals = 32,
    /// <summary>A slot of it was written since <c>markClean</c>.</summary>
    Dirty = 64,
    /// <summary>Belongs to the image and has been saved in the journal.</summary>
    Journaled = 128,
    /// <summary>Belongs to the image and the content of its payload has been saved in the journal.</summary>
    PayloadJournaled = 256,
    /// <summary>What a plain read of a slot or register must look at.</summary>
    SlowRead = Activatable | Sentinel | Forwarder,
}

/// <summary>
/// Every Io object. One class for all kinds: what makes a list a list is its <see cref="Payload"/>, so that <c>become</c> can turn any
/// object into a forwarder.
/// </summary>
public sealed class IoObject
{
    /// <summary>The shared empty slot array.</summary>
    public static readonly Value[] NoSlots = [];

    /// <summary>Names, indexes and protos.</summary>
    public Shape Shape;

    /// <summary>Slot values by index; may be longer than the shape's count.</summary>
    public Value[] Slots;

    /// <summary>The C# data of a list, sequence, block, ...; null for plain objects.</summary>
    public Payload? Payload;

    /// <summary>The root shape of this object's clones, made with the first clone.</summary>
    public Shape? CloneShape;

    /// <summary>See <see cref="ObjectFlags"/>.</summary>
    public ObjectFlags Flags;

    /// <summary>When it was first observed by a trace, counted over the world's life; 0: never (see <see cref="Tracer"/>).</summary>
    internal uint Observed;

    /// <summary>An object of a shape, without payload.</summary>
    public IoObject(Shape shape, Value[]? slots = null, Payload? payload = null, ObjectFlags flags = ObjectFlags.None)
    {
        Shape = shape;
        Slots = slots ?? NoSlots;
        Payload = payload;
        Flags = flags;
    }

    /// <summary>Which primitive kind this is.</summary>
    public Kind Kind => Payload?.Kind ?? Kind.Object;

    /// <inheritdoc/>
    public override string ToString() => Payload?.ToString() ?? $"{Kind}#{System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this):x}";
}
