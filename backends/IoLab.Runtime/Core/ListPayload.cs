using System.Runtime.CompilerServices;

namespace IoLab.Runtime.Core;

/// <summary>The payload of lists: a growable array of values.</summary>
public sealed class ListPayload : Payload
{
    private Value[] _items;

    /// <summary>An empty list with room for some items.</summary>
    public ListPayload(int capacity = 0) => _items = capacity == 0 ? [] : new Value[capacity];

    /// <summary>A list of these values (copied).</summary>
    public ListPayload(ReadOnlySpan<Value> values)
    {
        _items = values.ToArray();
        Count = values.Length;
    }

    /// <summary>How many items.</summary>
    public int Count { get; private set; }

    /// <summary>How many items fit without growing.</summary>
    public int Capacity => _items.Length;

    /// <inheritdoc/>
    public override Kind Kind => Kind.List;

    /// <summary>An item; the index must be in range.</summary>
    public ref Value this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index));
            return ref _items[index];
        }
    }

    /// <summary>The items.</summary>
    public Span<Value> Items => _items.AsSpan(0, Count);

    /// <summary>Appends an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Value value)
    {
        if (Count == _items.Length)
            Grow(Count + 1);
        _items[Count++] = value;
    }

    /// <summary>Makes room.</summary>
    public void Grow(int capacity)
    {
        if (capacity > _items.Length)
            Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(capacity, Math.Max(4, _items.Length * 2L))));
    }

    /// <summary>Inserts before an index from 0 to <see cref="Count"/>.</summary>
    public void Insert(int index, Value value)
    {
        if (Count == _items.Length)
            Grow(Count + 1);
        Array.Copy(_items, index, _items, index + 1, Count - index);
        _items[index] = value;
        Count++;
    }

    /// <summary>Removes and answers the item at an index.</summary>
    public Value RemoveAt(int index)
    {
        var removed = _items[index];
        Count--;
        Array.Copy(_items, index + 1, _items, index, Count - index);
        _items[Count] = default;
        return removed;
    }

    /// <summary>Changes the number of items; new ones are <paramref name="fill"/>.</summary>
    public void Resize(int count, Value fill)
    {
        Grow(count);
        if (count > Count)
            _items.AsSpan(Count, count - Count).Fill(fill);
        else
            _items.AsSpan(count, Count - count).Clear();
        Count = count;
    }

    /// <summary>Replaces all items.</summary>
    public void SetItems(ReadOnlySpan<Value> values)
    {
        _items = values.ToArray();
        Count = values.Length;
    }

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new ListPayload(Items);

    /// <inheritdoc/>
    public override Payload Snapshot() => new ListPayload(Items);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => SetItems(((ListPayload)snapshot).Items);
}
