using System.Runtime.CompilerServices;

namespace IoLab.Runtime.Core;

/// <summary>The payload of lists: a growable array of values, with room at both ends so that lists serve as queues.</summary>
public sealed class ListPayload : Payload
{
    private Value[] _items;
    private int _start;

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
            return ref _items[_start + index];
        }
    }

    /// <summary>The items.</summary>
    public Span<Value> Items => _items.AsSpan(_start, Count);

    /// <summary>Appends an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Value value)
    {
        var end = _start + Count;
        if (end == _items.Length)
            end = MakeRoomAtEnd();
        _items[end] = value;
        Count++;
    }

    /// <summary>Moves the items to the front if that makes room for as many again, else grows. Answers where the next item goes.</summary>
    private int MakeRoomAtEnd()
    {
        if (_start > 0 && _start >= Math.Min(Count, Array.MaxLength - _items.Length))
            MoveTo(0);
        else
            Array.Resize(ref _items, Larger(_items.Length + 1));
        return _start + Count;
    }

    private int Larger(int capacity) => (int)Math.Min(Array.MaxLength, Math.Max(capacity, Math.Max(4, _items.Length * 2L)));

    private void MoveTo(int start)
    {
        Array.Copy(_items, _start, _items, start, Count);
        if (start < _start)
            _items.AsSpan(Math.Max(start + Count, _start), Math.Min(Count, _start - start)).Clear();
        else
            _items.AsSpan(_start, Math.Min(Count, start - _start)).Clear();
        _start = start;
    }

    /// <summary>Makes room.</summary>
    public void Grow(int capacity)
    {
        if (_start > 0)
            MoveTo(0);
        if (capacity > _items.Length)
            Array.Resize(ref _items, Larger(capacity));
    }

    /// <summary>Inserts before an index from 0 to <see cref="Count"/>.</summary>
    public void Insert(int index, Value value)
    {
        if (index == 0 && Count > 0)
        {
            InsertFirst(value);
            return;
        }
        Add(value);
        var items = Items;
        items[index..^1].CopyTo(items[(index + 1)..]);
        items[index] = value;
    }

    private void InsertFirst(Value value)
    {
        if (_start == 0)
        {
            Grow(Count * 2);
            MoveTo((_items.Length - Count + 1) / 2);
        }
        _items[--_start] = value;
        Count++;
    }

    /// <summary>Removes and answers the item at an index.</summary>
    public Value RemoveAt(int index)
    {
        var removed = this[index];
        if (index == 0)
        {
            _items[_start++] = default;
            if (--Count == 0)
                _start = 0;
            return removed;
        }
        var items = Items;
        items[(index + 1)..].CopyTo(items[index..]);
        items[^1] = default;
        Count--;
        return removed;
    }

    /// <summary>Changes the number of items; new ones are <paramref name="fill"/>.</summary>
    public void Resize(int count, Value fill)
    {
        if (_start + count > _items.Length)
            Grow(count);
        if (count > Count)
            _items.AsSpan(_start + Count, count - Count).Fill(fill);
        else
            _items.AsSpan(_start + count, Count - count).Clear();
        Count = count;
    }

    /// <summary>Replaces all items.</summary>
    public void SetItems(ReadOnlySpan<Value> values)
    {
        _items = values.ToArray();
        _start = 0;
        Count = values.Length;
    }

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new ListPayload(Items);

    /// <inheritdoc/>
    public override Payload Snapshot() => new ListPayload(Items);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => SetItems(((ListPayload)snapshot).Items);
}
