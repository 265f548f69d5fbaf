using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>
/// That the newest entry of a site is a slot of the receiver's own, or in a body one that self finds, apart from the site: it is what the loop asks most often, and two of these are in one line of
/// the processor's cache.
/// </summary>
internal struct OwnRead
{
    /// <summary>
    /// The receiver's shape. Where the message has a receiver, own slots come first and a shape that objects share never changes, so that no epoch tells; in a body a message without receiver finds
    /// self's only as long as the clock stands still.
    /// </summary>
    public Shape? Shape;
    /// <summary>The ancestor of self that has the slot; null: it is the receiver's own.</summary>
    public IoObject? Holder;
    /// <summary>When it was last seen to hold, by the clock of all epochs.</summary>
    public long Seen;
    /// <summary>The slot's index.</summary>
    public int Index;
}

/// <summary>What the loop asks of an entry of an inline cache, side by side in memory.</summary>
internal struct InlineEntry
{
    /// <summary>Its shape, when the receiver's shape and the epoch are all it needs; null: that of numbers.</summary>
    public Shape? Shape;
    /// <summary>Whose slot it found.</summary>
    public IoObject? Holder;
    /// <summary>What it calls.</summary>
    public CallTarget? Target;
    /// <summary>When it was last seen to hold, by the clock of all epochs.</summary>
    public long Seen;
    /// <summary>Its epoch.</summary>
    public int Epoch;
    /// <summary>The index of the slot it found.</summary>
    public int Index;
    /// <summary>What it found.</summary>
    public FoundKind Kind;
    /// <summary>Does what it calls evaluate exactly the arguments in place, so that only its token has to be left?</summary>
    public bool FitsArguments;
    /// <summary>The entry.</summary>
    public Found? Found;

    /// <summary>None.</summary>
    public static InlineEntry Empty => new() { Shape = SiteCache.NoShape, Epoch = -1, Seen = -1 };

    /// <summary>
    /// Is it for receivers of this one's shape? Only for certain: when the clock of all epochs has moved since somebody last asked the name's own epoch, a search must ask it again.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsFor(in Value receiver, EpochClock clock) => ReferenceEquals(receiver.Ref?.Shape, Shape) && Seen == clock.Now;
}

/// <summary>
/// What the loop asks of a site. It is the base of <see cref="Site"/> because .NET puts a base's fields first: a call then touches two or three lines of the processor's cache instead of five,
/// which saves 5 to 9% of the time of the AWFY programs (medians of pairs of processes, in turns).
/// </summary>
internal abstract class SiteCache(Message message, FrameState? state)
{
    /// <summary>No object's.</summary>
    public static readonly Shape NoShape = Shape.Root([]);

    /// <summary>The message.</summary>
    public readonly Message Message = message;
    /// <summary>Its name.</summary>
    public readonly Symbol Name = message.Name;
    /// <summary>What surrounds the message: what is left of its chain first.</summary>
    public readonly FrameState? State = state;
    /// <summary>How many arguments are compiled in place.</summary>
    public int Count
    {
        get;
        init
        {
            field = value;
            IsInPlace = value == Message.Arguments.Length;
        }
    }
    /// <summary>Are all arguments of the message compiled in place?</summary>
    public bool IsInPlace = message.Arguments.Length == 0;
    /// <summary>The newest entry.</summary>
    public Found? First;
    /// <summary>What the loop asks of it.</summary>
    public InlineEntry Newest = InlineEntry.Empty;
    /// <summary>The same of the one before it.</summary>
    public InlineEntry Older = InlineEntry.Empty;
    /// <summary>The same of those before these two, by shape; null: there were no more.</summary>
    public InlineEntry[]? Others;
    /// <summary>The epoch at which <see cref="Site.OnLocals"/> holds, or at which locals were seen to answer.</summary>
    public int OnLocalsEpoch = -1;
    /// <summary>Of an assignment, a local's read or a loop: a shape of the object written or read.</summary>
    public Shape? Before;
    /// <summary>The shape after the assignment; of a loop with two variables: one of locals that have the second.</summary>
    public Shape? After;
    /// <summary>The index of its slot.</summary>
    public int SlotIndex;
    /// <summary>The epoch of the setter.</summary>
    public int SetterEpoch = -1;
    /// <summary>The epoch of the slot's own name while an ancestor has it.</summary>
    public int? InheritedAt;
}
