using System.Runtime.CompilerServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Protos.Sequence;

namespace IoLab.Bytecode;

/// <summary>A built-in the loop does itself in the common case; everything else about it is the built-in's.</summary>
internal enum Intrinsic : byte
{
    /// <summary>None of them.</summary>
    None,
    /// <summary>An item of a list.</summary>
    At,
    /// <summary>An element of a sequence.</summary>
    ElementAt,
    /// <summary>Replaces an item of a list.</summary>
    AtPut,
    /// <summary>Appends to a list that has room.</summary>
    Append,
    /// <summary>How many items a list or sequence has.</summary>
    Size,
    /// <summary>Activates a block: the loop calls the block instead.</summary>
    BlockCall,
    /// <summary>Makes a block whose scope are the locals.</summary>
    MakeBlock,
    /// <summary>A value of a map, or what is given for one that is not there.</summary>
    MapAt,
    /// <summary>Gives a map a value for a key.</summary>
    MapAtPut,
    /// <summary>Appends a number to a sequence.</summary>
    AppendElement,
    /// <summary>Reads the number that a sequence begins with.</summary>
    AsNumber,
    /// <summary>Answers its receiver.</summary>
    Self,
    /// <summary>A clone of an object whose clones have no init of their own.</summary>
    Clone,
}

/// <summary>The common cases of these built-ins: a whole index in range, a list that nobody has replaced or shares with the image.</summary>
internal static class Intrinsics
{
    private const ObjectFlags SlowChange = ObjectFlags.Forwarder | ObjectFlags.Image | ObjectFlags.Journaled;

    private static readonly Builtin ListAt = Builtins.Find("List", "at"), SequenceAt = Builtins.Find("Sequence", "at"), SequenceSize = Builtins.Find("Sequence", "size");
    private static readonly Builtin ListAtPut = Builtins.Find("List", "atPut"), ListAppend = Builtins.Find("List", "append"), ListSize = Builtins.Find("List", "size");
    private static readonly Builtin BlockCall = Builtins.Find("Block", "call"), MakeBlock = Builtins.Find("Object", "block"), MapAt = Builtins.Find("Map", "at"), MapAtPut = Builtins.Find("Map", "atPut");
    private static readonly Builtin SequenceAppend = Builtins.Find("Sequence", "append"), SequenceAsNumber = Builtins.Find("Sequence", "asNumber");
    private static readonly Builtin Self = Builtins.Find("Object", "thisContext"), Clone = Builtins.Find("Object", "clone");

    /// <summary>What the loop knows of a built-in.</summary>
    public static Intrinsic Of(Builtin builtin) =>
        ReferenceEquals(builtin, ListAt) ? Intrinsic.At
        : ReferenceEquals(builtin, SequenceAt) ? Intrinsic.ElementAt
        : ReferenceEquals(builtin, ListAtPut) ? Intrinsic.AtPut
        : ReferenceEquals(builtin, ListAppend) ? Intrinsic.Append
        : ReferenceEquals(builtin, SequenceAppend) ? Intrinsic.AppendElement
        : ReferenceEquals(builtin, SequenceAsNumber) ? Intrinsic.AsNumber
        : ReferenceEquals(builtin, ListSize) || ReferenceEquals(builtin, SequenceSize) ? Intrinsic.Size
        : ReferenceEquals(builtin, BlockCall) ? Intrinsic.BlockCall
        : ReferenceEquals(builtin, MakeBlock) ? Intrinsic.MakeBlock
        : ReferenceEquals(builtin, MapAt) ? Intrinsic.MapAt
        : ReferenceEquals(builtin, MapAtPut) ? Intrinsic.MapAtPut
        : ReferenceEquals(builtin, Self) ? Intrinsic.Self
        : ReferenceEquals(builtin, Clone) ? Intrinsic.Clone
        : Intrinsic.None;

    /// <summary>The size of a list or sequence, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeOf(Payload? receiver) => receiver switch
    {
        ListPayload list => list.Count,
        Seq seq => seq.Count,
        _ => -1,
    };

    /// <summary>Calls one without arguments. False: it is not the common case, and nothing has changed.</summary>
    public static bool TryNullary(Vm vm, Intrinsic intrinsic, IoObject receiver, ref Value place)
    {
        switch (intrinsic)
        {
            case Intrinsic.Self:
                BytecodeMachine.Put(ref place, receiver);
                return true;
            case Intrinsic.Clone when receiver.CloneShape is { } shape && shape.PlainInitEpoch == vm.Names.Init.Epoch:
                place = vm.Clone(receiver);
                return true;
            case Intrinsic.Size when SizeOf(receiver.Payload) is >= 0 and var size:
                BytecodeMachine.Put(ref place, (double)size);
                return true;
            case Intrinsic.AsNumber when receiver.Payload is Seq { ItemType: ItemType.UInt8 } text:
                BytecodeMachine.Put(ref place, NumberParser.Parse(text.Bytes));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Calls it: its value goes to <paramref name="place"/>, self is behind it, then its arguments. False: it is not the common case, and nothing has changed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryCallWindow(Vm vm, Intrinsic intrinsic, int count, ref Value place)
    {
        ref var receiver = ref Unsafe.Add(ref place, 1);
        ref var first = ref Unsafe.Add(ref place, 2);
        return (count, intrinsic) switch
        {
            (1, _) => TryCall(intrinsic, receiver, first, ref place),
            (2, Intrinsic.AtPut) => TryReplace(receiver, first, Unsafe.Add(ref place, 3), ref place),
            (2, Intrinsic.MapAtPut) => TryMapAtPut(vm, receiver, first, Unsafe.Add(ref place, 3), ref place),
            _ => false,
        };
    }

    /// <summary>The same with one argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCall(Intrinsic intrinsic, in Value receiver, in Value argument, ref Value place)
    {
        if (receiver.Ref is not { } self)
            return false;
        if (intrinsic is Intrinsic.At or Intrinsic.ElementAt)
        {
            var index = double.ConvertToIntegerNative<int>(argument.Num);
            if (argument.Ref is not null || index != argument.Num || (self.Flags & ObjectFlags.Forwarder) != 0)
                return false;
            if (intrinsic == Intrinsic.ElementAt)
            {
                if (self.Payload is not Seq seq || (uint)index >= (uint)seq.Count)
                    return false;
                place = seq.At(index);
                return true;
            }
            if (self.Payload is not ListPayload list || (uint)index >= (uint)list.Count)
                return false;
            ref var item = ref list[index];
            BytecodeMachine.Put(ref place, item);
            return true;
        }
        return intrinsic is Intrinsic.Append or Intrinsic.AppendElement && TryAppend(intrinsic, receiver, argument, ref place);
    }

    /// <summary>Replaces an item of a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReplace(in Value receiver, in Value position, in Value value, ref Value place)
    {
        var index = double.ConvertToIntegerNative<int>(position.Num);
        if (receiver.Ref is not { Payload: ListPayload list } self || position.Ref is not null || index != position.Num || (self.Flags & SlowChange) != 0 || (uint)index >= (uint)list.Count)
            return false;
        if (value.Ref is { } item && (item.Flags & ObjectFlags.Forwarder) != 0)
            return false;
        BytecodeMachine.Put(ref list[index], value);
        BytecodeMachine.Put(ref place, receiver);
        return true;
    }

    /// <summary>The value of a key in a map, or a plain default. False: it is for the built-in.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryMapAt(Vm vm, in Value receiver, in Value key, in Value missing, ref Value place)
    {
        if (receiver.Ref is not { Payload: MapPayload map } || key.Ref is not { Payload: Seq seq })
            return false;
        place = map.TryGet(vm.SymbolOf(seq), out var value) ? value : missing;
        return true;
    }

    /// <summary>Gives a map a value for a key. False: it is for the built-in.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryMapAtPut(Vm vm, in Value receiver, in Value key, in Value value, ref Value place)
    {
        if (receiver.Ref is not { Payload: MapPayload map } self || (self.Flags & SlowChange) != 0 || key.Ref is not { Payload: Seq seq })
            return false;
        if (value.Ref is { } item && (item.Flags & ObjectFlags.Forwarder) != 0)
            return false;
        map.Put(vm.SymbolOf(seq), value);
        BytecodeMachine.Put(ref place, receiver);
        return true;
    }

    private static bool TryAppend(Intrinsic intrinsic, in Value receiver, in Value item, ref Value place)
    {
        if ((receiver.Ref!.Flags & SlowChange) != 0)
            return false;
        // Growing asks the memory limit: that is the built-in's.
        if (intrinsic == Intrinsic.Append)
        {
            if (receiver.Ref.Payload is not ListPayload list || list.Count >= list.Capacity)
                return false;
            list.Add(item);
        }
        else
        {
            if (receiver.Ref.Payload is not Seq { IsMutable: true } seq || item.Ref is not null || seq.Count >= seq.Capacity)
                return false;
            seq.Add(item.Num);
        }
        BytecodeMachine.Put(ref place, receiver);
        return true;
    }
}
