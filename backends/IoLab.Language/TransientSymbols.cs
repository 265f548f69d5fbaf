using System.Runtime.InteropServices;

namespace IoLab.Language;

/// <summary>
/// A hash table of symbols that it does not keep alive. Entries of symbols that are gone are swept when the table is full, and after a full
/// collection when it is large.
/// </summary>
internal sealed class TransientSymbols
{
    private const int MinCapacity = 64;
    /// <summary>From this capacity on a full collection is reason enough to sweep.</summary>
    private const int LargeCapacity = 1 << 16;
    /// <summary>How often additions to a large table look whether there was one.</summary>
    private const int AdditionsPerLook = 4096;

    private int[] _buckets = new int[MinCapacity];
    private Entry[] _entries = new Entry[MinCapacity];
    private int _count;
    private int _additions;
    private int _collections;

    private struct Entry
    {
        public int Hash;
        /// <summary>The next entry of the bucket, plus 1.</summary>
        public int Next;
        public GCHandle Symbol;
    }

    /// <summary>Handles are not collected: they are freed here.</summary>
    ~TransientSymbols()
    {
        foreach (ref var entry in _entries.AsSpan(0, _count))
            entry.Symbol.Free();
    }

    /// <summary>The symbol of a name, or null.</summary>
    public Symbol? Find(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text);
        for (var i = _buckets[hash & (_buckets.Length - 1)]; i != 0; i = _entries[i - 1].Next)
        {
            ref var entry = ref _entries[i - 1];
            if (entry.Hash == hash && entry.Symbol.Target is Symbol symbol && text.SequenceEqual(symbol.Text))
                return symbol;
        }
        return null;
    }

    /// <summary>Adds a symbol that is not there.</summary>
    public void Add(Symbol symbol)
    {
        if (_count == _entries.Length || (_entries.Length >= LargeCapacity && ++_additions % AdditionsPerLook == 0 && _collections != GC.CollectionCount(2)))
            Sweep();
        _entries[_count] = new Entry { Hash = string.GetHashCode(symbol.Text), Symbol = GCHandle.Alloc(symbol, GCHandleType.Weak) };
        Link(_count++);
    }

    private void Link(int index)
    {
        ref var bucket = ref _buckets[_entries[index].Hash & (_buckets.Length - 1)];
        _entries[index].Next = bucket;
        bucket = index + 1;
    }

    /// <summary>Forgets a symbol that is there; its entry is swept later.</summary>
    public void Remove(Symbol symbol)
    {
        for (var i = _buckets[string.GetHashCode(symbol.Text) & (_buckets.Length - 1)]; i != 0; i = _entries[i - 1].Next)
        {
            ref var entry = ref _entries[i - 1];
            if (ReferenceEquals(entry.Symbol.Target, symbol))
                entry.Symbol.Target = null;
        }
    }

    /// <summary>The symbols that somebody still refers to.</summary>
    public IEnumerable<Symbol> Living()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_entries[i].Symbol.Target is Symbol symbol)
                yield return symbol;
        }
    }

    /// <summary>Drops the entries of symbols that are gone, and makes the table twice as large as what is left.</summary>
    private void Sweep()
    {
        _collections = GC.CollectionCount(2);
        var living = 0;
        foreach (ref var entry in _entries.AsSpan(0, _count))
        {
            if (entry.Symbol.Target is null)
                entry.Symbol.Free();
            else
                _entries[living++] = entry;
        }
        _count = living;
        var capacity = MinCapacity;
        while (capacity < living * 2L && capacity < 1 << 30)
            capacity *= 2;
        var entries = new Entry[capacity];
        _entries.AsSpan(0, living).CopyTo(entries);
        _entries = entries;
        _buckets = new int[capacity];
        for (var i = 0; i < living; i++)
            Link(i);
    }
}
