using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary>
/// <c>c at(i)</c> of lists, sequences and maps. The inline cache says that the built-in was found; what is not an index within a list or
/// sequence goes to the built-in with the arguments evaluated here.
/// </summary>
internal sealed class AtNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, MapAt)
    where T : IMode
{
    private static readonly Builtin ListAt = Builtins.Find("List", "at");
    private static readonly Builtin SequenceAt = Builtins.Find("Sequence", "at");
    private static readonly Builtin MapAt = Builtins.Find("Map", "at");

    protected override Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        var items = target.Ref?.Payload;
        if (Arguments.Length != 1 || !(items is ListPayload ? ReferenceEquals(builtin, ListAt) : items is Seq && ReferenceEquals(builtin, SequenceAt)))
            return base.CallEager(m, ref r, target, builtin, holder);
        var index = Arguments[0].Get(m, ref r);
        if (index.IsUnwind)
            return OperandUnwound(m, ref r, target, builtin, holder);
        var i = (int)index.Num;
        if (index.Ref is null && i == index.Num && (target.Ref!.Flags & ObjectFlags.Forwarder) == 0)
        {
            if (items is ListPayload list)
            {
                if ((uint)i < (uint)list.Count)
                    return T.IsInstrumented ? Noted(m, builtin, target, list[i], index) : list[i];
            }
            else if ((uint)i < (uint)((Seq)items).Count)
            {
                return T.IsInstrumented ? Noted(m, builtin, target, ((Seq)items).At(i), index) : ((Seq)items).At(i);
            }
        }
        return CallEager(m, ref r, target, builtin, holder, index);
    }

    /// <summary>A map's: the default is evaluated only when the key is missing.</summary>
    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        var key = Arguments[0].Get(m, ref r);
        if (key.IsUnwind)
            return Suspended(m, ref r, target, holder, 1);
        if (key.Ref?.Payload is not Seq seq || target.Ref?.Payload is not MapPayload map)
            return GoOn(m, ref r, target, holder, 1, key);
        if (map.TryGet(m.Vm.SymbolOf(seq), out var value))
            return value;
        return Arguments.Length > 1 ? AfterCall(m, ref r, Arguments[1].Get(m, ref r)) : m.Nil;
    }
}

/// <summary><c>c atPut(i, v)</c> of lists and sequences.</summary>
internal sealed class AtPutNode<T>(Message message, Node? receiver, Node[] arguments, Place place) : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    private static readonly Builtin ListAtPut = Builtins.Find("List", "atPut");
    private static readonly Builtin SequenceAtPut = Builtins.Find("Sequence", "atPut");

    protected override Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        var items = target.Ref?.Payload;
        if (!(items is ListPayload ? ReferenceEquals(builtin, ListAtPut) : items is Seq && ReferenceEquals(builtin, SequenceAtPut)))
            return base.CallEager(m, ref r, target, builtin, holder);
        var index = Arguments[0].Get(m, ref r);
        if (index.IsUnwind)
            return OperandUnwound(m, ref r, target, builtin, holder);
        var value = Arguments[1].Get(m, ref r);
        if (value.IsUnwind)
            return OperandUnwound(m, ref r, target, builtin, holder, index);
        var i = (int)index.Num;
        if (index.Ref is null && i == index.Num && (target.Ref!.Flags & SlowChange) == 0)
        {
            switch (items)
            {
                case ListPayload list when (uint)i < (uint)list.Count:
                    list[i] = m.Vm.Resolve(value);
                    return T.IsInstrumented ? Noted(m, builtin, target, target, index, value) : target;
                case Seq { IsMutable: true } seq when (uint)i < (uint)seq.Count && value.Ref is null:
                    seq.Put(i, value.Num);
                    return T.IsInstrumented ? Noted(m, builtin, target, target, index, value) : target;
            }
        }
        return CallEager(m, ref r, target, builtin, holder, index, value);
    }
}

/// <summary><c>c append(v)</c> of lists and sequences.</summary>
internal sealed class AppendNode<T>(Message message, Node? receiver, Node[] arguments, Place place) : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    private static readonly Builtin ListAppend = Builtins.Find("List", "append");
    private static readonly Builtin SequenceAppend = Builtins.Find("Sequence", "append");

    protected override Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        var items = target.Ref?.Payload;
        if (!(items is ListPayload ? ReferenceEquals(builtin, ListAppend) : items is Seq && ReferenceEquals(builtin, SequenceAppend)))
            return base.CallEager(m, ref r, target, builtin, holder);
        var value = Arguments[0].Get(m, ref r);
        if (value.IsUnwind)
            return OperandUnwound(m, ref r, target, builtin, holder);
        if ((target.Ref!.Flags & SlowChange) == 0)
        {
            // Growing asks the memory limit: that is the built-in's.
            switch (items)
            {
                case ListPayload list when list.Count < list.Capacity:
                    list.Add(value);
                    return T.IsInstrumented ? Noted(m, builtin, target, target, value) : target;
                case Seq { IsMutable: true } seq when seq.Count < seq.Capacity && value.Ref is null:
                    seq.Add(value.Num);
                    return T.IsInstrumented ? Noted(m, builtin, target, target, value) : target;
            }
        }
        return CallEager(m, ref r, target, builtin, holder, value);
    }
}

/// <summary><c>c size</c> of lists and sequences.</summary>
internal sealed class SizeNode<T>(Message message, Node? receiver, Node[] arguments, Place place) : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    private static readonly Builtin ListSize = Builtins.Find("List", "size");
    private static readonly Builtin SequenceSize = Builtins.Find("Sequence", "size");

    protected override Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder) => target.Ref?.Payload switch
    {
        ListPayload list when ReferenceEquals(builtin, ListSize) => T.IsInstrumented ? Noted(m, builtin, target, list.Count) : list.Count,
        Seq seq when ReferenceEquals(builtin, SequenceSize) => T.IsInstrumented ? Noted(m, builtin, target, seq.Count) : seq.Count,
        _ => base.CallEager(m, ref r, target, builtin, holder),
    };
}
