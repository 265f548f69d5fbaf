using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>A place in code where a message is sent, with its inline cache.</summary>
internal sealed class Site(Vm vm, Message message, FrameState? state) : SiteCache(message, state)
{
    private const int MaxEntries = 4;
    private const int TableSize = 32;
    private const int OthersSize = 16;
    private const int SomeTimes = 16;

    /// <summary>Does it belong to the library, so that it is neither counted nor traced?</summary>
    public readonly bool IsOpaque = ReferenceEquals(message.Label, Prelude.Label);
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

    /// <summary>Has the message no receiver, so that others than self may answer?</summary>
    public bool IsImplicit { get; init; }
    /// <summary>Of such a message: is it sent in a body, where register 1 is self?</summary>
    public bool IsInBody { get; init; }
    /// <summary>The entry for a message without receiver that the Locals proto answers, whatever self is.</summary>
    public Found? OnLocals;

    /// <summary>Of an assignment to self: a shape that gains the slot.</summary>
    public Shape? AddsTo;
    /// <summary>The index of the slot of a loop's second variable.</summary>
    public int SecondIndex;
    /// <summary>Does the setter want the slot to be there?</summary>
    public bool IsUpdate;

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

    /// <summary>The entry for a receiver among <see cref="SiteCache.Others"/>, of which there are some; a null reference: there is none that certainly holds.</summary>
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
