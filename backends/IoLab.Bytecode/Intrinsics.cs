using System.Runtime.CompilerServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>A built-in the loop does itself in the common case; everything else about it is the built-in's.</summary>
internal enum Intrinsic : byte
{
    /// <summary>None of them.</summary>
    None,
    /// <summary>An item of a list or sequence.</summary>
    At,
    /// <summary>Replaces an item of a list.</summary>
    AtPut,
    /// <summary>Appends to a list that has room.</summary>
    Append,
    /// <summary>How many items a list or sequence has.</summary>
    Size,
}

/// <summary>The common cases of these built-ins: a whole index in range, a list that nobody has replaced or shares with the image.</summary>
internal static class Intrinsics
{
    private const ObjectFlags SlowChange = ObjectFlags.Forwarder | ObjectFlags.Image | ObjectFlags.Journaled;

    private static readonly Builtin ListAt = Builtins.Find("List", "at"), SequenceAt = Builtins.Find("Sequence", "at"), SequenceSize = Builtins.Find("Sequence", "size");
    private static readonly Builtin ListAtPut = Builtins.Find("List", "atPut"), ListAppend = Builtins.Find("List", "append"), ListSize = Builtins.Find("List", "size");

    /// <summary>What the loop knows of a built-in.</summary>
    public static Intrinsic Of(Builtin builtin) =>
        ReferenceEquals(builtin, ListAt) || ReferenceEquals(builtin, SequenceAt) ? Intrinsic.At
        : ReferenceEquals(builtin, ListAtPut) ? Intrinsic.AtPut
        : ReferenceEquals(builtin, ListAppend) ? Intrinsic.Append
        : ReferenceEquals(builtin, ListSize) || ReferenceEquals(builtin, SequenceSize) ? Intrinsic.Size
        : Intrinsic.None;

    /// <summary>The size of a list or sequence, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf(Value receiver) => receiver.Ref?.Payload switch
    {
        ListPayload list => list.Count,
        Seq seq => seq.Count,
        _ => -1,
    };

    /// <summary>Calls it: its value goes to <paramref name="place"/>, self is behind it, then its arguments. False: it is not the common case, and nothing has changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCall(Intrinsic intrinsic, int count, ref Value place)
    {
        if (Unsafe.Add(ref place, 1).Ref is not { } self)
            return false;
        ref var argument = ref Unsafe.Add(ref place, 2);
        switch (intrinsic)
        {
            case Intrinsic.At when count == 1 && argument.Ref is null:
            {
                var index = (int)argument.Num;
                if (index != argument.Num || (self.Flags & ObjectFlags.Forwarder) != 0)
                    return false;
                if (self.Payload is ListPayload list)
                {
                    if ((uint)index >= (uint)list.Count)
                        return false;
                    place = list[index];
                    return true;
                }
                if (self.Payload is not Seq seq || (uint)index >= (uint)seq.Count)
                    return false;
                place = seq.At(index);
                return true;
            }
            case Intrinsic.AtPut when count == 2 && argument.Ref is null:
            {
                var index = (int)argument.Num;
                if (index != argument.Num || (self.Flags & SlowChange) != 0 || self.Payload is not ListPayload list || (uint)index >= (uint)list.Count)
                    return false;
                ref var value = ref Unsafe.Add(ref place, 3);
                if (value.Ref is { } o && (o.Flags & ObjectFlags.Forwarder) != 0)
                    return false;
                list[index] = value;
                place = Unsafe.Add(ref place, 1);
                return true;
            }
            case Intrinsic.Append when count == 1:
            {
                // Growing asks the memory limit: that is the built-in's.
                if ((self.Flags & SlowChange) != 0 || self.Payload is not ListPayload list || list.Count >= list.Capacity)
                    return false;
                list.Add(argument);
                place = Unsafe.Add(ref place, 1);
                return true;
            }
            default:
                return false;
        }
    }
}
