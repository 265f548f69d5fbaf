using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

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

/// <summary>One callee at one site. Its <see cref="Token"/> waits in a register while arguments are evaluated, and an activation's record points at it.</summary>
internal sealed class CallTarget : Payload
{
    /// <summary>A callee.</summary>
    public CallTarget(Message message, IoObject callee, IoObject? slotContext)
    {
        Message = message;
        Callee = callee;
        SlotContext = slotContext;
        Block = callee.Payload as BlockPayload;
        Builtin = (callee.Payload as CFunctionPayload)?.Builtin;
        Intrinsic = Builtin is { } builtin ? Intrinsics.Of(builtin) : Intrinsic.None;
        _formals = Block?.Formals;
        HasRepeatedFormals = _formals is not null && Repeats(_formals);
        Token = new IoObject(NoShape, null, this, ObjectFlags.Sentinel);
    }

    private static readonly Shape NoShape = Shape.Root([]);

    private readonly Symbol[]? _formals;

    private static bool Repeats(Symbol[] formals)
    {
        for (var i = 1; i < formals.Length; i++)
        {
            if (Array.IndexOf(formals, formals[i], 0, i) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The calling message.</summary>
    public readonly Message Message;
    /// <summary>The Block or CFunction object.</summary>
    public readonly IoObject Callee;
    /// <summary>The payload of a block.</summary>
    public readonly BlockPayload? Block;
    /// <summary>Do its formals repeat a name?</summary>
    public readonly bool HasRepeatedFormals;
    /// <summary>The built-in of a CFunction.</summary>
    public readonly Builtin? Builtin;
    /// <summary>Which built-in the loop does itself.</summary>
    public readonly Intrinsic Intrinsic;
    /// <summary>The object in which the slot was found; null: the sender's locals.</summary>
    public readonly IoObject? SlotContext;
    /// <summary>Was it a method that is nothing but a literal, sent without arguments, when it was last called?</summary>
    public bool IsLiteral;
    /// <summary>What stands for it in a register.</summary>
    public readonly IoObject Token;

    /// <summary>Is it for this callee, found there, and has the callee still the code and the formals it had?</summary>
    public bool IsOf(IoObject callee, IoObject? slotContext) =>
        ReferenceEquals(Callee, callee) && ReferenceEquals(SlotContext, slotContext) && ReferenceEquals(Block, callee.Payload as BlockPayload) && ReferenceEquals(_formals, Block?.Formals);

    /// <inheritdoc/>
    public override Kind Kind => Kind.Sentinel;
}

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
    public static InlineEntry Empty => new() { Shape = Site.NoShape, Epoch = -1, Seen = -1 };

    /// <summary>
    /// Is it for receivers of this one's shape? Only for certain: when the clock of all epochs has moved since somebody last asked the name's own epoch, a search must ask it again.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsFor(in Value receiver, EpochClock clock) => ReferenceEquals(receiver.Ref?.Shape, Shape) && Seen == clock.Now;
}

/// <summary>A place in code where a message is sent, with its inline cache.</summary>
internal sealed class Site(Vm vm, Message message, FrameState? state)
{
    /// <summary>No object's.</summary>
    public static readonly Shape NoShape = Shape.Root([]);

    private const int MaxEntries = 4;
    private const int TableSize = 32;
    private const int OthersSize = 16;
    private const int SomeTimes = 16;

    /// <summary>The message.</summary>
    public readonly Message Message = message;
    /// <summary>Its name.</summary>
    public readonly Symbol Name = message.Name;
    /// <summary>Does it belong to the library, so that it is neither counted nor traced?</summary>
    public readonly bool IsOpaque = ReferenceEquals(message.Label, Prelude.Label);
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
    /// <summary>Where code goes on when the message has its value without a call.</summary>
    public int NextPc;
    /// <summary>Where the call is.</summary>
    public int CallPc;
    /// <summary>The name that an assignment writes, or a loop counts in.</summary>
    public Symbol? Variable;
    /// <summary>The second variable of a loop.</summary>
    public Symbol? Second { get; init; }
    /// <summary>The register of that name, or 0.</summary>
    public int VariableRegister { get; init; }
    /// <summary>The register of the second variable, or 0.</summary>
    public int SecondRegister { get; init; }
    /// <summary>The built-in that the code was made from.</summary>
    public Builtin? Builtin;
    /// <summary>Of a GoOn: where the built-in is in its steps.</summary>
    public ControlState? Control { get; init; }
    /// <summary>The chain an Evaluate evaluates.</summary>
    public Message? Chain { get; init; }

    /// <summary>The newest entry.</summary>
    public Found? First;
    /// <summary>What the loop asks of it.</summary>
    public InlineEntry Newest = InlineEntry.Empty;
    /// <summary>The same of the one before it.</summary>
    public InlineEntry Older = InlineEntry.Empty;
    /// <summary>The same of those before these two, by shape; null: there were no more.</summary>
    public InlineEntry[]? Others;
    /// <summary>Has the message no receiver, so that others than self may answer?</summary>
    public bool IsImplicit { get; init; }
    /// <summary>Of such a message: is it sent in a body, where register 1 is self?</summary>
    public bool IsInBody { get; init; }
    /// <summary>The entry for a message without receiver that the Locals proto answers, whatever self is.</summary>
    public Found? OnLocals;
    /// <summary>The epoch at which <see cref="OnLocals"/> holds, or at which locals were seen to answer.</summary>
    public int OnLocalsEpoch = -1;

    /// <summary>Of an assignment, a local's read or a loop: a shape of the object written or read.</summary>
    public Shape? Before;
    /// <summary>Of an assignment to self: a shape that gains the slot.</summary>
    public Shape? AddsTo;
    /// <summary>The shape after the assignment; of a loop with two variables: one of locals that have the second.</summary>
    public Shape? After;
    /// <summary>The index of its slot.</summary>
    public int SlotIndex;
    /// <summary>The index of the slot of a loop's second variable.</summary>
    public int SecondIndex;
    /// <summary>The epoch of the setter.</summary>
    public int SetterEpoch = -1;
    /// <summary>Does the setter want the slot to be there?</summary>
    public bool IsUpdate;
    /// <summary>The epoch of the slot's own name while an ancestor has it.</summary>
    public int? InheritedAt;

    /// <summary>Of a local's read: the built-in that it held when it was last activated. Of an update behind the locals: the one that they held.</summary>
    public Payload? Held;
    /// <summary>What the loop knows of it.</summary>
    public Intrinsic HeldIntrinsic;

    /// <summary>Of an assignment to self while the locals are an object: their shape, which has no such slot.</summary>
    public Shape? LocalsShape;
    /// <summary>The index of their setter.</summary>
    public int LocalsSetter;
    /// <summary>The index of their self; -1: it is the activation's.</summary>
    public int LocalsSelf;

    private OwnRead[] _ownReads = new OwnRead[1];
    private int _number;
    private Found?[]? _table;
    private int _entries;
    private int _methodsFound;
    private CallTarget? _lastTarget;
    private CallTarget?[]? _targets;
    private int _nextTarget;

    /// <summary>Code has been made: what the loop asks first is kept there.</summary>
    public void Bind(OwnRead[] reads, int number)
    {
        _ownReads = reads;
        _number = number;
        reads[number].Shape = NoShape;
    }

    /// <summary>Of a read that has found a method: has it come to that some times, and are all its entries methods?</summary>
    public bool HasNothingToRead()
    {
        if (++_methodsFound < SomeTimes)
            return false;
        _methodsFound = 0;
        for (var found = First; found is not null; found = found.Next)
        {
            if (found.Kind <= FoundKind.HolderSlot)
                return false;
        }
        return _table is null || !Array.Exists(_table, found => found?.Kind <= FoundKind.HolderSlot);
    }

    /// <summary>Of a message that has found a method: has it come to that some times, and is there one entry?</summary>
    public bool HasOneMethod()
    {
        if (++_methodsFound < SomeTimes)
            return false;
        _methodsFound = 0;
        return First is { Next: null, Kind: > FoundKind.HolderSlot } && _table is null;
    }

    /// <summary>Searches the cache; follows scopes to the real receiver.</summary>
    public Found? Find(ref Value receiver, Shape numberShape)
    {
        var epoch = Name.Epoch;
        if (_table is { } table)
        {
            var shape = receiver.Ref is null ? numberShape : receiver.Ref.Shape;
            if (table[PlaceOf(shape)] is { } known && ReferenceEquals(known.Shape, shape) && known.Epoch == epoch)
            {
                Renew(known);
                return known;
            }
        }
        for (var entry = First; entry is not null; entry = entry.Next)
        {
            if (entry.Epoch != epoch)
                continue;
            var at = receiver;
            if (entry.Scopes is { } scopes)
            {
                var i = 0;
                for (; i < scopes.Length; i++)
                {
                    if (at.Ref is not { } o || !ReferenceEquals(o.Shape, scopes[i]))
                        break;
                    at = vm.ImplicitReceiver(o);
                }
                if (i < scopes.Length)
                    continue;
            }
            if (!ReferenceEquals(at.Ref is null ? numberShape : at.Ref.Shape, entry.Shape))
                continue;
            receiver = at;
            Renew(entry);
            return entry;
        }
        return null;
    }

    /// <summary>Describes what a lookup found.</summary>
    public Found Describe(IoObject start, List<Shape>? scopes, SlotLocation found, bool isOnLocals)
    {
        var value = found.Raw;
        var isOwn = ReferenceEquals(found.Holder, start) && !isOnLocals && !ReferenceEquals(start, vm.World.Number)
            && !(value.PayloadAs<BlockPayload>() is not null && vm.Mutants.Has(Mutant.OwnMethodForAll));
        var kind = isOwn ? FoundKind.OwnSlot : FoundKind.HolderSlot;
        Builtin? builtin = null;
        CallTarget? target = null;
        if (value.Ref is { } callee && (callee.Flags & ObjectFlags.Activatable) != 0 && (!isOwn || callee.Payload is BlockPayload))
        {
            kind = callee.Payload switch
            {
                BlockPayload => isOwn ? FoundKind.OwnMethod : FoundKind.Method,
                CFunctionPayload { Builtin.Kind: BuiltinKind.Control } => FoundKind.Control,
                CFunctionPayload => FoundKind.Eager,
                _ => FoundKind.Other,
            };
            if (kind == FoundKind.OwnMethod)
                start.Flags |= ObjectFlags.Proto;
            if (kind != FoundKind.Other)
                target = new CallTarget(Message, callee, found.Holder);
            builtin = target?.Builtin;
        }
        return new Found
        {
            Shape = start.Shape, Scopes = scopes?.ToArray(), Epoch = Name.Epoch, Kind = kind, Holder = found.Holder, Index = found.Index, Builtin = builtin, Target = target,
        };
    }

    /// <summary>A callee that is not cached: the last ones are remembered.</summary>
    public CallTarget TargetOf(IoObject callee, IoObject? slotContext)
    {
        if (_lastTarget is { } last && last.IsOf(callee, slotContext))
            return last;
        var targets = _targets ??= new CallTarget?[MaxEntries];
        foreach (var known in targets)
        {
            if (known is not null && known.IsOf(callee, slotContext))
                return _lastTarget = known;
        }
        _nextTarget = (_nextTarget + 1) % MaxEntries;
        return _lastTarget = targets[_nextTarget] = new CallTarget(Message, callee, slotContext);
    }

    /// <summary>Of a guard: remembers that receivers of a shape find the built-in.</summary>
    public void Remember(Shape shape)
    {
        Newest.Shape = KeyOf(shape);
        Newest.Epoch = Name.Epoch;
        Newest.Seen = vm.Symbols.Clock.Now;
    }

    /// <summary>Is the newest entry for receivers of this one's shape, by the name's epoch?</summary>
    public bool Holds(in Value receiver)
    {
        if (!ReferenceEquals(receiver.Ref?.Shape, Newest.Shape) || Newest.Epoch != Name.Epoch)
            return false;
        Newest.Seen = vm.Symbols.Clock.Now;
        return true;
    }

    /// <summary>Of an assignment: does a receiver have the setter that was found before, and the layout?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool KnowsSetter(in Value receiver) =>
        receiver.Ref is { } o && ReferenceEquals(o.Shape, Before) && SetterEpoch == Name.Epoch && (InheritedAt is not { } epoch || epoch == Variable!.Epoch);

    /// <summary>How <see cref="InlineEntry.Shape"/> tells of a shape.</summary>
    private Shape? KeyOf(Shape shape) => ReferenceEquals(shape, vm.World.Number.Shape) ? null : shape;

    /// <summary>The entry for receivers of this one's shape, when no locals pass the message on.</summary>
    public Found? FindPlain(in Value receiver, Shape numberShape)
    {
        var shape = receiver.Ref is { } o ? o.Shape : numberShape;
        var epoch = Name.Epoch;
        for (var entry = First; entry is not null; entry = entry.Next)
        {
            if (!ReferenceEquals(entry.Shape, shape) || entry.Epoch != epoch || entry.Scopes is not null)
                continue;
            Renew(entry);
            return entry;
        }
        if (_table is not { } table || table[PlaceOf(shape)] is not { } known || !ReferenceEquals(known.Shape, shape) || known.Epoch != epoch)
            return null;
        Renew(known);
        return known;
    }

    /// <summary>
    /// The same for a receiver in a register, that neither of the two newest entries is for. A plain value that a slot holds is put there at once: then it answers <see cref="HasRead"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Found? Other(ref Value place, Shape numberShape)
    {
        var found = FindPlain(place, numberShape);
        return found is not null && found.Reads(place.Ref, ref place) ? HasRead : found;
    }

    /// <summary>Answered by <see cref="Other"/> when the slot has been read.</summary>
    public static readonly Found HasRead = new() { Shape = NoShape, Epoch = -1, Kind = FoundKind.Other, Holder = Sentinels.Absent, Index = -1 };

    /// <summary>Has it met more shapes than a list holds?</summary>
    public bool IsMegamorphic => _table is not null;

    /// <summary>How many answers it knows that still hold.</summary>
    public int CountEntries()
    {
        var known = new HashSet<Found>(_table?.OfType<Found>() ?? []);
        for (var entry = First; entry is not null; entry = entry.Next)
            known.Add(entry);
        var count = known.Count(entry => entry.Epoch == Name.Epoch);
        if (OnLocals is not null && OnLocalsEpoch == Name.Epoch)
            count++;
        return count > 0 ? count : (!ReferenceEquals(Newest.Shape, NoShape) && Newest.Epoch == Name.Epoch) || Before is not null ? 1 : 0;
    }

    private static int PlaceOf(Shape shape) => shape.Id & (TableSize - 1);

    /// <summary>An entry has been seen to hold.</summary>
    private void Renew(Found entry)
    {
        if (ReferenceEquals(entry, Newest.Found))
            Newest.Seen = _ownReads[_number].Seen = vm.Symbols.Clock.Now;
        else if (ReferenceEquals(entry, Older.Found))
            Older.Seen = vm.Symbols.Clock.Now;
        else if (Others is { } others && entry.Scopes is null)
            Remember(others, EntryOf(entry));
    }

    /// <summary>Adds an entry to the list; what no longer fits there stays in a table by shape.</summary>
    public void Add(Found entry)
    {
        if (_entries >= MaxEntries)
            DropStale();
        if (_entries >= MaxEntries)
        {
            for (var known = First; known is not null; known = known.Next)
                Spill(known);
            First = null;
            _entries = 0;
        }
        if (_table is not null)
            Spill(entry);
        AddFirst(entry);
    }

    private void Spill(Found entry)
    {
        if (entry.Scopes is null)
            (_table ??= new Found?[TableSize])[PlaceOf(entry.Shape)] = entry;
    }

    private void AddFirst(Found entry)
    {
        entry.Next = First;
        First = entry;
        _entries++;
        entry.FitsArguments = IsInPlace && entry.Target is { } target && (target.Block is not { } block || (block.Formals.Length == Count && !target.HasRepeatedFormals));
        if (Older.Shape is not null && !ReferenceEquals(Older.Shape, NoShape))
            Remember(Others ??= NewOthers(), Older);
        Older = Newest;
        Newest = EntryOf(entry);
        var isOwn = entry.Kind == FoundKind.OwnSlot;
        var isRead = entry.Scopes is null && (IsImplicit ? IsInBody && entry.Kind <= FoundKind.HolderSlot : isOwn && !entry.Shape.IsUnique);
        _ownReads[_number] = new OwnRead { Shape = isRead ? entry.Shape : NoShape, Holder = isOwn ? null : entry.Holder, Seen = Newest.Seen, Index = entry.Index };
    }

    private InlineEntry EntryOf(Found entry) => new()
    {
        Found = entry,
        Shape = entry.Scopes is null ? KeyOf(entry.Shape) : NoShape,
        Holder = entry.Holder, Target = entry.Target, Seen = entry.Epoch == Name.Epoch ? vm.Symbols.Clock.Now : -1, Epoch = entry.Epoch, Index = entry.Index, Kind = entry.Kind, FitsArguments = entry.FitsArguments,
    };

    private static InlineEntry[] NewOthers()
    {
        var others = new InlineEntry[OthersSize];
        Array.Fill(others, InlineEntry.Empty);
        return others;
    }

    private static void Remember(InlineEntry[] others, in InlineEntry entry)
    {
        if (entry.Shape is { } shape)
            others[shape.Id & (OthersSize - 1)] = entry;
    }

    /// <summary>The entry for a receiver among <see cref="Others"/>, of which there are some; a null reference: there is none that certainly holds.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ref InlineEntry OtherFor(InlineEntry[] others, in Value receiver, EpochClock clock)
    {
        if (receiver.Ref is { } o)
        {
            ref var entry = ref others[o.Shape.Id & (OthersSize - 1)];
            if (ReferenceEquals(entry.Shape, o.Shape) && entry.Seen == clock.Now)
                return ref entry;
        }
        return ref Unsafe.NullRef<InlineEntry>();
    }

    private void DropStale()
    {
        var kept = First;
        First = null;
        _entries = 0;
        for (var entry = kept; entry is not null; entry = kept)
        {
            kept = entry.Next;
            if (entry.Epoch == Name.Epoch)
                AddFirst(entry);
        }
    }
}
