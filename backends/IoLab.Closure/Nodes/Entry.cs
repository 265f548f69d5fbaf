using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Closure.Nodes;

/// <summary>What a send found.</summary>
internal enum EntryKind
{
    /// <summary>An own slot of the receiver: read again each time.</summary>
    OwnSlot,
    /// <summary>A data slot of an ancestor: read again each time.</summary>
    HolderSlot,
    /// <summary>A method or block in a proto: valid as long as the name's epoch.</summary>
    Method,
    /// <summary>An eager or guarded built-in.</summary>
    Eager,
    /// <summary>A control built-in.</summary>
    Control,
    /// <summary>Anything else: activated by the general path.</summary>
    Other,
}

/// <summary>One entry of an inline cache (Hoelzle, Chambers and Ungar, "Polymorphic inline caches", 1991).</summary>
internal sealed class Entry
{
    /// <summary>The receiver's shape.</summary>
    public required Shape Shape { get; init; }
    /// <summary>The shapes of the Locals objects that passed the message on to the receiver, or null.</summary>
    public Shape[]? Scopes { get; init; }
    /// <summary>The name's epoch at the lookup.</summary>
    public required int Epoch { get; init; }
    /// <summary>What was found.</summary>
    public required EntryKind Kind { get; init; }
    /// <summary>Who owns the slot; for own slots not used.</summary>
    public required IoObject Holder { get; init; }
    /// <summary>The slot's index.</summary>
    public required int Index { get; init; }
    /// <summary>The built-in.</summary>
    public Builtin? Builtin { get; init; }
    /// <summary>The method with its place.</summary>
    public CallTarget? Target { get; init; }
    /// <summary>Was it found in the Locals proto, so that the receiver is the sender's own locals?</summary>
    public bool IsOnLocals { get; init; }
    /// <summary>The next entry.</summary>
    public Entry? Next { get; set; }

    /// <summary>The same entry, not in a list yet, for another epoch and target.</summary>
    public Entry With(int epoch, CallTarget? target) => new()
    {
        Shape = Shape, Scopes = Scopes, Epoch = epoch, Kind = Kind, Holder = Holder, Index = Index, Builtin = Builtin, Target = target, IsOnLocals = IsOnLocals,
    };
}
