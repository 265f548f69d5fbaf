using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>What a cached lookup found.</summary>
internal enum FoundKind : byte
{
    /// <summary>A slot of the receiver's own.</summary>
    OwnSlot,
    /// <summary>A slot of an ancestor that holds data.</summary>
    HolderSlot,
    /// <summary>A method or activatable block of an ancestor.</summary>
    Method,
    /// <summary>A method or activatable block of the receiver's own. The entry is for that object alone, which counts as somebody's proto from then on, so that the epoch tells when the slot changes.</summary>
    OwnMethod,
    /// <summary>An eager or guarded built-in.</summary>
    Eager,
    /// <summary>A control built-in.</summary>
    Control,
    /// <summary>Anything else that is activated.</summary>
    Other,
}

/// <summary>One entry of an inline cache.</summary>
internal sealed class Found
{
    /// <summary>The shape of the object the lookup began at (after scopes).</summary>
    public required Shape Shape;
    /// <summary>The shapes of locals that passed the message on to their self.</summary>
    public Shape[]? Scopes;
    /// <summary>The epoch of the name at which it holds.</summary>
    public required int Epoch;
    /// <summary>What it is.</summary>
    public required FoundKind Kind;
    /// <summary>Whose slot it is.</summary>
    public required IoObject Holder;
    /// <summary>The slot's index.</summary>
    public required int Index;
    /// <summary>The built-in.</summary>
    public Builtin? Builtin;
    /// <summary>What is to be called: a method's or a built-in's token.</summary>
    public CallTarget? Target;
    /// <summary>See <see cref="InlineEntry.FitsArguments"/>.</summary>
    public bool FitsArguments;
    /// <summary>The entry before it.</summary>
    public Found? Next;

    /// <summary>Puts the plain value of the slot it has found into a register. False: it has found something else.</summary>
    /// <param name="receiver">The receiver; null: a number, or it does not matter.</param>
    /// <param name="place">The register.</param>
    public bool Reads(IoObject? receiver, ref Value place)
    {
        if (Kind > FoundKind.HolderSlot)
            return false;
        ref var slot = ref (Kind == FoundKind.OwnSlot ? receiver! : Holder).Slots[Index];
        if (slot.Ref is { } o && (o.Flags & ObjectFlags.SlowRead) != 0)
            return false;
        BytecodeMachine.Put(ref place, slot);
        return true;
    }

    /// <summary>Of an own method: is the receiver its holder?</summary>
    public bool IsOwnOf(in Value receiver) => ReferenceEquals(receiver.Ref, Holder);
}
