using IoLab.Language;
using IoLab.Language.Mutants;

namespace IoLab.Runtime.Core;

/// <summary>Reads and writes slots and protos, keeping shapes, epochs and the journal right. The only place that changes them.</summary>
public sealed class Slots(Vm vm)
{
    /// <summary>An own slot's raw value.</summary>
    public static bool TryGetOwn(IoObject o, Symbol name, out Value value)
    {
        var index = o.Shape.IndexOf(name);
        value = index >= 0 ? o.Slots[index] : default;
        return index >= 0;
    }

    /// <summary>Sets an own slot, adding it if need be.</summary>
    public void Set(IoObject o, Symbol name, Value value)
    {
        if ((o.Flags & (ObjectFlags.Image | ObjectFlags.Locals)) != ObjectFlags.Locals)
            BeforeWrite(o);
        var index = o.Shape.IndexOf(name);
        if (index >= 0)
        {
            ref var slot = ref o.Slots[index];
            if ((o.Flags & ObjectFlags.Proto) != 0 && (IsActivatable(slot) || IsActivatable(value)))
                name.Epoch++;
            slot = value;
            if ((o.Flags & ObjectFlags.Locals) != 0 && ReferenceEquals(name, vm.Names.Self) && o.Payload is Activation activation)
                activation.SenderSource?.SetSelf(activation, value);
            return;
        }
        Add(o, name, value);
    }

    private static bool IsActivatable(Value v) => v.Ref is { } o && (o.Flags & ObjectFlags.Activatable) != 0;

    private void BeforeWrite(IoObject o)
    {
        if ((o.Flags & ObjectFlags.Image) != 0)
            vm.Journal.Save(o);
        o.Flags |= ObjectFlags.Dirty;
    }

    /// <summary>Adds a slot that is known to be absent.</summary>
    private void Add(IoObject o, Symbol name, Value value)
    {
        var shape = o.Shape;
        var index = shape.Count;
        if (index >= Shape.MaxSharedSlots && !shape.IsUnique)
            shape = Shape.Unique(shape.Protos, shape.Names);
        // Room comes first: no shape may tell of a slot that is not there, even if there is no memory for it.
        if (index >= o.Slots.Length)
            o.Slots = shape.Grown(o.Slots, index);
        if (shape.IsUnique)
        {
            shape.AddUnique(name);
            o.Shape = shape;
            name.Epoch++;
        }
        else
        {
            o.Shape = shape.With(name);
            if ((o.Flags & ObjectFlags.Proto) != 0)
                name.Epoch++;
        }
        if ((o.Flags & ObjectFlags.Locals) != 0 && o.Payload is Activation { RegisterNames: { } registers } && !registers.Contains(name)
            && !vm.Mutants.Has(Mutant.DynamicLocal))
        {
            // Code compiled for this activation does not know the name: make it look.
            name.IsDynamicLocal = true;
            name.Epoch++;
        }
        o.Slots[index] = value;
    }

    /// <summary>Makes room for a slot at an index.</summary>
    public static void Grow(IoObject o, int index) => o.Slots = o.Shape.Grown(o.Slots, index);

    /// <summary>Gives an object a shape of its own, so that adding slots to it never changes its shape's identity (the Lobby).</summary>
    public static void MakeUnique(IoObject o)
    {
        if (!o.Shape.IsUnique)
            o.Shape = Shape.Unique(o.Shape.Protos, o.Shape.Names);
    }

    /// <summary>Removes an own slot. False if there was none.</summary>
    public bool Remove(IoObject o, Symbol name)
    {
        var index = o.Shape.IndexOf(name);
        if (index < 0)
            return false;
        BeforeWrite(o);
        var names = o.Shape.Names.ToList();
        names.RemoveAt(index);
        var values = new List<Value>(names.Count);
        for (var i = 0; i <= names.Count; i++)
        {
            if (i != index)
                values.Add(o.Slots[i]);
        }
        BumpNames(o);
        Rebuild(o, o.Shape.Protos, names, values);
        return true;
    }

    /// <summary>Removes all own slots.</summary>
    public void RemoveAll(IoObject o)
    {
        if (o.Shape.Count == 0)
            return;
        BeforeWrite(o);
        BumpNames(o);
        Rebuild(o, o.Shape.Protos, [], []);
    }

    private static void BumpNames(IoObject o)
    {
        if ((o.Flags & ObjectFlags.Proto) == 0 && !o.Shape.IsUnique)
            return;
        foreach (var name in o.Shape.Names)
            name.Epoch++;
    }

    private static void Rebuild(IoObject o, IoObject[] protos, List<Symbol> names, List<Value> values)
    {
        // Both change, or neither when there is no memory for one of them.
        Value[] slots = [.. values];
        Shape shape;
        if (o.Shape.IsUnique || names.Count > Shape.MaxSharedSlots)
        {
            shape = Shape.Unique(protos, names);
        }
        else
        {
            shape = RootFor(protos);
            foreach (var name in names)
                shape = shape.With(name);
        }
        o.Shape = shape;
        o.Slots = slots;
    }

    /// <summary>The root shape for clones of these protos: shared through a single proto's clone shape, fresh otherwise.</summary>
    private static Shape RootFor(IoObject[] protos) =>
        protos.Length == 1 ? CloneShapeOf(protos[0]) : Shape.Root(protos);

    /// <summary>The root shape of an object's clones; marks it as a proto.</summary>
    public static Shape CloneShapeOf(IoObject proto)
    {
        if (proto.CloneShape is { } shape)
            return shape;
        proto.Flags |= ObjectFlags.Proto;
        return proto.CloneShape = Shape.Root([proto]);
    }

    /// <summary>Replaces slots and protos altogether, as a deserialised object or patch.</summary>
    public void Replace(IoObject o, IoObject[] protos, Symbol[] names, Value[] values)
    {
        BeforeWrite(o);
        foreach (var proto in protos)
            proto.Flags |= ObjectFlags.Proto;
        BumpNames(o);
        var changesProtos = (o.Flags & ObjectFlags.Proto) != 0 && !o.Shape.Protos.AsSpan().SequenceEqual(protos);
        Rebuild(o, protos, [.. names], [.. values]);
        BumpNames(o);
        if (changesProtos)
            vm.Symbols.InvalidateAll();
    }

    /// <summary>Replaces the protos. Cached lookups through the object become stale.</summary>
    public void SetProtos(IoObject o, IoObject[] protos)
    {
        BeforeWrite(o);
        foreach (var proto in protos)
            proto.Flags |= ObjectFlags.Proto;
        var names = o.Shape.Names.ToList();
        Rebuild(o, protos, names, [.. o.Slots.AsSpan(0, names.Count)]);
        if ((o.Flags & (ObjectFlags.Proto | ObjectFlags.Locals)) != 0)
            vm.Symbols.InvalidateAll();
    }

    /// <summary>Turns an object into a forwarder: it is the target from now on, wherever it is referenced.</summary>
    public void Become(IoObject o, Value target)
    {
        vm.Journal.Save(o);
        o.Payload = new ForwarderPayload(vm.Resolve(target));
        o.Flags = (o.Flags | ObjectFlags.Forwarder) & ~ObjectFlags.Activatable;
        o.Shape = Shape.Root(target.Ref is { } t ? [t] : [vm.World.Number]);
        o.Slots = IoObject.NoSlots;
        vm.Symbols.InvalidateAll();
    }
}
