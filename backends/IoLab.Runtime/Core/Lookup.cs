using System.Runtime.CompilerServices;
using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>Where a lookup found a slot.</summary>
/// <param name="Holder">The object that owns the slot.</param>
/// <param name="Index">Its index in the holder.</param>
public readonly record struct SlotLocation(IoObject Holder, int Index)
{
    /// <summary>The value as stored (not activated, sentinels included).</summary>
    public Value Raw => Holder.Slots[Index];
}

/// <summary>
/// Slot lookup, own slots first and then protos depth first, with a VM-wide cache. See ARCHITECTURE.md, "Values and lookup", for
/// what keeps a cached answer valid.
/// </summary>
/// <param name="symbols">The names: those whose lookups are cached must stay.</param>
public sealed class Lookup(SymbolTable symbols)
{
    private const int CacheSize = 4096;

    private readonly Entry[] _cache = new Entry[CacheSize];
    private readonly Stack<(IoObject[] Protos, int Next)> _pending = new();
    private readonly List<int> _sinceImage = [];
    private int _newestOfImage = int.MaxValue;
    private int _mark;

    private struct Entry
    {
        public Shape? Shape;
        public Symbol? Name;
        public int Epoch;
        public IoObject? Holder;
        public int Index;
    }

    /// <summary>How many lookups the cache answered.</summary>
    public long Hits { get; private set; }

    /// <summary>How many lookups walked the protos.</summary>
    public long Misses { get; private set; }

    /// <summary>Finds a slot in an object or its ancestors.</summary>
    /// <param name="start">Where to start; not a forwarder.</param>
    /// <param name="name">The slot's name.</param>
    /// <param name="location">Where it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(IoObject start, Symbol name, out SlotLocation location)
    {
        var shape = start.Shape;
        ref var entry = ref _cache[PlaceOf(shape, name)];
        if (ReferenceEquals(entry.Shape, shape) && ReferenceEquals(entry.Name, name) && entry.Epoch == name.Epoch)
        {
            Hits++;
            location = new SlotLocation(entry.Holder ?? start, entry.Index);
            return true;
        }
        return FindAndCache(start, name, ref entry, out location);
    }

    private static int PlaceOf(Shape shape, Symbol name) => (shape.Id ^ (name.Id * 31)) & (CacheSize - 1);

    private bool FindAndCache(IoObject start, Symbol name, ref Entry entry, out SlotLocation location)
    {
        Misses++;
        if (!Walk(start, name, out location))
            return false;
        var own = ReferenceEquals(location.Holder, start);
        if (own && name.IsTransient)
            return true;
        symbols.Keep(name);
        entry = new Entry
        {
            Shape = start.Shape, Name = name, Epoch = name.Epoch, Holder = own ? null : location.Holder, Index = location.Index,
        };
        if (start.Shape.Id > _newestOfImage && _sinceImage.Count < CacheSize)
            _sinceImage.Add(PlaceOf(start.Shape, name));
        return true;
    }

    /// <summary>All shapes there are belong to the pristine image: <see cref="ForgetGuests"/> keeps what is known of them.</summary>
    public void SealImage() => _newestOfImage = Shape.Newest;

    /// <summary>Forgets the shapes that programs have made since the image was sealed, as an entry keeps alive its shape and all that hangs on its protos.</summary>
    public void ForgetGuests()
    {
        if (_sinceImage.Count == CacheSize)
            Array.Clear(_cache);
        foreach (var place in _sinceImage)
            _cache[place] = default;
        _sinceImage.Clear();
    }

    /// <summary>The same search without the cache; cycles among protos are safe.</summary>
    public bool Walk(IoObject start, Symbol name, out SlotLocation location)
    {
        var index = start.Shape.IndexOf(name);
        if (index >= 0)
        {
            location = new SlotLocation(start, index);
            return true;
        }
        var mark = ++_mark;
        start.Shape.Mark = mark;
        var pending = _pending;
        pending.Clear();
        pending.Push((start.Shape.Protos, 0));
        while (pending.TryPop(out var level))
        {
            if (level.Next >= level.Protos.Length)
                continue;
            var proto = level.Protos[level.Next];
            if (level.Next + 1 < level.Protos.Length)
                pending.Push((level.Protos, level.Next + 1));
            if ((proto.Flags & ObjectFlags.Forwarder) != 0)
            {
                if (((ForwarderPayload)proto.Payload!).Target.Ref is not { } target)
                    continue;
                proto = target;
            }
            if (proto.Shape.Mark == mark)
                continue;
            proto.Shape.Mark = mark;
            index = proto.Shape.IndexOf(name);
            if (index >= 0)
            {
                location = new SlotLocation(proto, index);
                return true;
            }
            pending.Push((proto.Shape.Protos, 0));
        }
        location = default;
        return false;
    }

    /// <summary>Is it the object a lookup starts with, or one that it would visit?</summary>
    public bool Reaches(IoObject start, IoObject ancestor)
    {
        if (ReferenceEquals(start, ancestor))
            return true;
        var mark = ++_mark;
        start.Shape.Mark = mark;
        var pending = _pending;
        pending.Clear();
        pending.Push((start.Shape.Protos, 0));
        while (pending.TryPop(out var level))
        {
            if (level.Next >= level.Protos.Length)
                continue;
            var proto = level.Protos[level.Next];
            pending.Push((level.Protos, level.Next + 1));
            if (proto.Shape.Mark == mark)
                continue;
            if (ReferenceEquals(proto, ancestor))
                return true;
            proto.Shape.Mark = mark;
            pending.Push((proto.Shape.Protos, 0));
        }
        return false;
    }

    /// <summary>All objects a lookup from <paramref name="start"/> would visit, in order, start first.</summary>
    public List<IoObject> Ancestors(IoObject start)
    {
        var visited = new HashSet<IoObject>(ReferenceEqualityComparer.Instance);
        var order = new List<IoObject>();
        var pending = new Stack<IoObject>();
        pending.Push(start);
        while (pending.TryPop(out var o))
        {
            if (!visited.Add(o))
                continue;
            order.Add(o);
            for (var i = o.Shape.Protos.Length - 1; i >= 0; i--)
                pending.Push(o.Shape.Protos[i]);
        }
        return order;
    }
}
