using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary>The inline cache: a quick first entry, a short list, a table by shape for sites that have seen more.</summary>
internal partial class SendNode<T>
{
    private const int MaxEntries = 4;
    private const int ViaScope = -2;
    private const int TableSize = 32;

    private Entry? _first;
    /// <summary>
    /// The first entry's shape and epoch, when that is all it needs. <see cref="_ownSlot"/> is the index of a slot of the receiver's own, or <see cref="ViaScope"/>:
    /// the shape is that of locals which pass the message on to their self.
    /// </summary>
    private Shape? _shape;
    private int _epoch;
    private int _ownSlot;
    private Entry? _onLocals;
    private Entry?[]? _table;
    private int _entries;

    /// <summary>Searches the further entries; follows scopes to the real receiver.</summary>
    private Entry? FindCached(ClosureMachine m, ref Value target)
    {
        var epoch = Message.Name.Epoch;
        if (_table is { } table)
        {
            var shape = target.Ref is null ? m.NumberShape : target.Ref.Shape;
            if (table[PlaceOf(shape)] is { } known && ReferenceEquals(known.Shape, shape) && known.Epoch == epoch)
            {
                m.CacheHits++;
                return known;
            }
        }
        for (var entry = _first; entry is not null; entry = entry.Next)
        {
            if (entry.Epoch != epoch || entry.IsOnLocals)
                continue;
            var at = target;
            if (entry.Scopes is { } scopes)
            {
                var i = 0;
                for (; i < scopes.Length; i++)
                {
                    if (at.Ref is not { } o || !ReferenceEquals(o.Shape, scopes[i]))
                        break;
                    at = m.Vm.ImplicitReceiver(o);
                }
                if (i < scopes.Length)
                    continue;
            }
            if (!ReferenceEquals(at.Ref is null ? m.NumberShape : at.Ref.Shape, entry.Shape))
                continue;
            target = at;
            m.CacheHits++;
            return entry;
        }
        m.CacheMisses++;
        return null;
    }

    /// <summary>A first entry that has become stale, as good as new if only its holder still has the method: what <see cref="Mutant.StaleCache"/> believes.</summary>
    private Entry? Revalidated(Value target)
    {
        if (_first is not { Kind: EntryKind.Method, Scopes: null, IsOnLocals: false } stale || target.Ref is not { } o || !ReferenceEquals(o.Shape, stale.Shape)
            || !Slots.TryGetOwn(stale.Holder, Name, out var held) || !held.Is(stale.Target!.Callee))
            return null;
        var entry = stale.With(Name.Epoch, stale.Target);
        Add(entry);
        return entry;
    }

    private Entry MakeEntry(ClosureMachine m, IoObject start, List<Shape>? scopes, SlotLocation found, bool isOnLocals)
    {
        var value = found.Raw;
        var isOwn = ReferenceEquals(found.Holder, start) && !isOnLocals && !ReferenceEquals(start, m.Vm.World.Number);
        if (value.PayloadAs<BlockPayload>() is not null && m.Vm.Mutants.Has(Mutant.WrongHolder))
            isOwn = false;
        var kind = isOwn ? EntryKind.OwnSlot : EntryKind.HolderSlot;
        Builtin? builtin = null;
        CallTarget? target = null;
        if (!isOwn && value.Ref is { } callee && (callee.Flags & ObjectFlags.Activatable) != 0)
        {
            switch (callee.Payload)
            {
                case BlockPayload:
                    kind = EntryKind.Method;
                    target = new CallTarget(Message, Arguments, callee, found.Holder);
                    break;
                case CFunctionPayload { Builtin: var b }:
                    kind = b.Kind == BuiltinKind.Control ? EntryKind.Control : EntryKind.Eager;
                    builtin = b;
                    break;
                default:
                    kind = EntryKind.Other;
                    break;
            }
        }
        return new Entry
        {
            Shape = start.Shape, Scopes = scopes?.ToArray(), Epoch = Message.Name.Epoch, Kind = kind, Holder = found.Holder, Index = found.Index,
            Builtin = builtin, Target = target, IsOnLocals = isOnLocals,
        };
    }

    /// <summary>An entry with the newest listed one's method: what <see cref="Mutant.PolymorphicMixUp"/> remembers.</summary>
    private Entry MixedUp(Entry entry) =>
        entry.Kind == EntryKind.Method && _first is { Kind: EntryKind.Method } first && ReferenceEquals(entry.Target!.Block.Scope, first.Target!.Block.Scope)
            ? entry.With(entry.Epoch, first.Target)
            : entry;

    private static int PlaceOf(Shape shape) => shape.Id & (TableSize - 1);

    /// <summary>Adds an entry to the list; what no longer fits there stays in a table by shape, where a newer one takes an older one's place.</summary>
    private void Add(Entry entry)
    {
        if (_entries >= MaxEntries)
            DropStale();
        if (_entries >= MaxEntries)
        {
            // The newest stay in the list, where the first is found at once: receivers may all be of a new shape from now on.
            for (var known = _first; known is not null; known = known.Next)
                Spill(known);
            _first = null;
            _entries = 0;
        }
        if (_table is not null)
            Spill(entry);
        AddFirst(entry);
    }

    /// <summary>Puts an entry into the table if the receiver's shape alone decides.</summary>
    private void Spill(Entry entry)
    {
        if (entry is { Scopes: null, IsOnLocals: false })
            (_table ??= new Entry?[TableSize])[PlaceOf(entry.Shape)] = entry;
    }

    private void AddFirst(Entry entry)
    {
        entry.Next = _first;
        _first = entry;
        _entries++;
        _epoch = entry.Epoch;
        _onLocals = entry.IsOnLocals ? entry : null;
        if (entry.Scopes is { } scopes)
        {
            _shape = scopes.Length == 1 ? scopes[0] : null;
            _ownSlot = ViaScope;
        }
        else
        {
            _shape = entry.IsOnLocals ? null : entry.Shape;
            _ownSlot = entry.Kind == EntryKind.OwnSlot ? entry.Index : -1;
        }
    }

    private void DropStale()
    {
        var kept = _first;
        _first = null;
        _entries = 0;
        for (var entry = kept; entry is not null; entry = kept)
        {
            kept = entry.Next;
            if (entry.Epoch == Name.Epoch)
                AddFirst(entry);
        }
    }
}
