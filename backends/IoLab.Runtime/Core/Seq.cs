using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>The item types of sequences.</summary>
public enum ItemType : byte
{
    UInt8, UInt16, UInt32, UInt64, Int8, Int16, Int32, Int64, Float32, Float64,
}

/// <summary>The encodings of sequences.</summary>
public enum SeqEncoding : byte
{
    Ascii, Utf8, Ucs2, Ucs4, Number,
}

/// <summary>
/// The payload of sequences: a typed, growable array of items. Immutable ones (symbols, literals, results) are never changed after they
/// are made. Content equality looks at the items' values, not at their type.
/// </summary>
public sealed class Seq : Payload
{
    /// <summary>A digit for each item type, the first one lowest.</summary>
    private const long ItemSizes = 0x84_8421_8421;

    private byte[] _data;

    /// <summary>A sequence over <paramref name="count"/> items in <paramref name="data"/>, which it owns from now on.</summary>
    public Seq(byte[] data, int count, ItemType itemType, SeqEncoding encoding, bool isMutable)
    {
        _data = data;
        Count = count;
        ItemType = itemType;
        Encoding = encoding;
        IsMutable = isMutable;
    }

    /// <summary>How many items.</summary>
    public int Count { get; private set; }
    /// <summary>The type of items.</summary>
    public ItemType ItemType { get; private set; }
    /// <summary>The encoding.</summary>
    public SeqEncoding Encoding { get; private set; }
    /// <summary>May mutators be called?</summary>
    public bool IsMutable { get; init; }
    /// <summary>The symbol of what it holds now, once known: whatever may change its items forgets it.</summary>
    public Symbol? Symbol { get; set; }
    /// <summary>Bytes per item.</summary>
    public int ItemSize => SizeOf(ItemType);

    /// <inheritdoc/>
    public override Kind Kind => Kind.Sequence;

    /// <summary>Bytes of an item type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf(ItemType type) => (int)(ItemSizes >> ((int)type * 4)) & 15;

    /// <summary>The items' bytes.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _data.AsSpan(0, Count * ItemSize);
    }

    /// <summary>The items' bytes, to be changed.</summary>
    public Span<byte> MutableBytes
    {
        get
        {
            Symbol = null;
            return _data.AsSpan(0, Count * ItemSize);
        }
    }

    /// <summary>The items as their machine type, which must have the right size; to be changed or read.</summary>
    public Span<T> Items<T>()
        where T : unmanaged
    {
        if (IsMutable)
            Symbol = null;
        return View<T>();
    }

    private Span<T> View<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_data.AsSpan(0, Count * ItemSize));

    /// <summary>An immutable sequence for text: ascii, ucs2 or ucs4 by its widest character.</summary>
    public static Seq FromText(string text)
    {
        if (Ascii.IsValid(text))
        {
            var bytes = new byte[text.Length];
            System.Text.Encoding.ASCII.GetBytes(text, bytes);
            return new Seq(bytes, text.Length, ItemType.UInt8, SeqEncoding.Ascii, false);
        }
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            points.Add(rune.Value);
        return FromCodePoints(CollectionsMarshal.AsSpan(points));
    }

    /// <summary>An immutable sequence for code points: up to 127 ascii, up to 0x7FF ucs2, above ucs4.</summary>
    public static Seq FromCodePoints(ReadOnlySpan<int> points)
    {
        var widest = 0;
        foreach (var point in points)
            widest |= point;
        var max = 0;
        if (widest > 127)
        {
            foreach (var point in points)
                max = Math.Max(max, point);
        }
        if (max <= 127)
        {
            var bytes = new byte[points.Length];
            for (var i = 0; i < points.Length; i++)
                bytes[i] = (byte)points[i];
            return new Seq(bytes, points.Length, ItemType.UInt8, SeqEncoding.Ascii, false);
        }
        var seq = max <= 0x7FF
            ? new Seq(new byte[points.Length * 2], points.Length, ItemType.UInt16, SeqEncoding.Ucs2, false)
            : new Seq(new byte[points.Length * 4], points.Length, ItemType.UInt32, SeqEncoding.Ucs4, false);
        for (var i = 0; i < points.Length; i++)
            seq.Put(i, points[i]);
        return seq;
    }

    /// <summary>An empty mutable text.</summary>
    public static Seq NewText() => new([], 0, ItemType.UInt8, SeqEncoding.Ascii, true);

    /// <summary>An immutable ascii sequence over raw bytes, which it owns from now on.</summary>
    public static Seq FromBytes(byte[] bytes) => new(bytes, bytes.Length, ItemType.UInt8, SeqEncoding.Ascii, false);

    /// <summary>The item at an index, as a number.</summary>
    public double At(int index) => ItemType switch
    {
        ItemType.UInt8 => _data[index],
        ItemType.Int8 => (sbyte)_data[index],
        ItemType.UInt16 => View<ushort>()[index],
        ItemType.Int16 => View<short>()[index],
        ItemType.UInt32 => View<uint>()[index],
        ItemType.Int32 => View<int>()[index],
        ItemType.UInt64 => View<ulong>()[index],
        ItemType.Int64 => View<long>()[index],
        ItemType.Float32 => View<float>()[index],
        _ => View<double>()[index],
    };

    /// <summary>Stores a number, wrapped to an integer item type; infinities and NaN become 0 there.</summary>
    public void Put(int index, double value)
    {
        Symbol = null;
        switch (ItemType)
        {
            case ItemType.UInt8 or ItemType.Int8: _data[index] = (byte)ToLong(value); break;
            case ItemType.UInt16 or ItemType.Int16: Items<ushort>()[index] = (ushort)ToLong(value); break;
            case ItemType.UInt32 or ItemType.Int32: Items<uint>()[index] = (uint)ToLong(value); break;
            case ItemType.UInt64: Items<ulong>()[index] = value < 0 || !double.IsFinite(value) ? (ulong)ToLong(value) : (ulong)value; break;
            case ItemType.Int64: Items<long>()[index] = ToLong(value); break;
            case ItemType.Float32: Items<float>()[index] = (float)value; break;
            default: Items<double>()[index] = value; break;
        }
    }

    private static long ToLong(double value) => double.IsFinite(value) ? (long)value : 0;

    /// <summary>Makes room for at least <paramref name="count"/> items without changing <see cref="Count"/>; grows geometrically.</summary>
    public void Reserve(int count)
    {
        var bytes = (long)count * ItemSize;
        if (bytes <= _data.Length)
            return;
        Array.Resize(ref _data, (int)Math.Min(Array.MaxLength, Math.Max(bytes, Math.Max(16, _data.Length * 2L))));
    }

    /// <summary>Changes the number of items; new ones are zero.</summary>
    public void Resize(int count)
    {
        Symbol = null;
        Reserve(count);
        if (count > Count)
            _data.AsSpan(Count * ItemSize, (count - Count) * ItemSize).Clear();
        Count = count;
    }

    /// <summary>How many items fit without growing.</summary>
    public int Capacity => _data.Length / ItemSize;

    /// <summary>Appends a number, wrapped to the item type; amortised constant time.</summary>
    public void Add(double value)
    {
        Reserve(Count + 1);
        Count++;
        Put(Count - 1, value);
    }

    /// <summary>Appends another sequence's items; the narrower of both is converted to the wider. Amortised linear in what is added.</summary>
    public void Append(Seq other)
    {
        Symbol = null;
        other = Meet(other);
        var bytes = other.Bytes;
        Reserve(Count + other.Count);
        bytes.CopyTo(_data.AsSpan(Count * ItemSize));
        Count += other.Count;
    }

    /// <summary>Makes this sequence wide enough for another's items, and answers the other converted to this type.</summary>
    public Seq Meet(Seq other)
    {
        if (other.ItemType == ItemType)
            return other;
        if (IsNarrowerThan(other))
            Become(ConvertTo(other.ItemType, other.Encoding, true));
        return other.ItemType == ItemType ? other : other.ConvertTo(ItemType, Encoding, false);
    }

    /// <summary>Would another's items not fit here?</summary>
    public bool IsNarrowerThan(Seq other) =>
        other.ItemSize > ItemSize || (other.IsFloat && !IsFloat && other.ItemSize == ItemSize);

    /// <summary>Is the item type a floating point one?</summary>
    public bool IsFloat => ItemType >= ItemType.Float32;

    /// <summary>This sequence's items in another's type, or null when some have no place there: what searching needs.</summary>
    public Seq? InTypeOf(Seq other)
    {
        if (ItemType == other.ItemType)
            return this;
        var converted = ConvertTo(other.ItemType, other.Encoding, false);
        return converted.ContentEquals(this) ? converted : null;
    }

    /// <summary>Takes over another sequence's content, type and encoding (copied).</summary>
    public void Become(Seq other)
    {
        Symbol = null;
        _data = other.Bytes.ToArray();
        Count = other.Count;
        ItemType = other.ItemType;
        Encoding = other.Encoding;
    }

    /// <summary>Takes over another sequence's content and storage; the other must not be used any more.</summary>
    public void Take(Seq other)
    {
        Symbol = null;
        _data = other._data;
        Count = other.Count;
        ItemType = other.ItemType;
        Encoding = other.Encoding;
    }

    /// <summary>Copies an item within this sequence.</summary>
    public void CopyItem(int from, int to)
    {
        Symbol = null;
        _data.AsSpan(from * ItemSize, ItemSize).CopyTo(_data.AsSpan(to * ItemSize));
    }

    /// <summary>Reverses the items.</summary>
    public void Reverse()
    {
        switch (ItemSize)
        {
            case 1: Items<byte>().Reverse(); break;
            case 2: Items<ushort>().Reverse(); break;
            case 4: Items<uint>().Reverse(); break;
            default: Items<ulong>().Reverse(); break;
        }
    }

    /// <summary>Sorts the items, ascending.</summary>
    public void Sort()
    {
        switch (ItemType)
        {
            case ItemType.UInt8: Items<byte>().Sort(); break;
            case ItemType.Int8: Items<sbyte>().Sort(); break;
            case ItemType.UInt16: Items<ushort>().Sort(); break;
            case ItemType.Int16: Items<short>().Sort(); break;
            case ItemType.UInt32: Items<uint>().Sort(); break;
            case ItemType.Int32: Items<int>().Sort(); break;
            case ItemType.UInt64: Items<ulong>().Sort(); break;
            case ItemType.Int64: Items<long>().Sort(); break;
            case ItemType.Float32: Sort(Items<float>()); break;
            default: Sort(Items<double>()); break;
        }
    }

    /// <summary>Not-a-numbers first, minus zero before zero: the order of what compares equal is no matter of how it is sorted.</summary>
    private static void Sort<T>(Span<T> items)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        items.Sort();
        var first = 0;
        while (first < items.Length && !(items[first] >= T.Zero))
            first++;
        var (end, negative) = (first, 0);
        for (; end < items.Length && items[end] == T.Zero; end++)
            negative += T.IsNegative(items[end]) ? 1 : 0;
        items[first..(first + negative)].Fill(T.NegativeZero);
        items[(first + negative)..end].Fill(T.Zero);
    }

    /// <summary>Reinterprets the bytes as another item type; a partial last item is dropped.</summary>
    public void Reinterpret(ItemType type)
    {
        Symbol = null;
        var bytes = Count * ItemSize;
        ItemType = type;
        Count = bytes / SizeOf(type);
    }

    /// <summary>Declares another encoding; items stay.</summary>
    public void SetEncoding(SeqEncoding encoding)
    {
        Symbol = null;
        Encoding = encoding;
    }

    /// <summary>Replaces <paramref name="length"/> items at <paramref name="start"/> by raw bytes of whole items of the same type.</summary>
    public void Splice(int start, int length, ReadOnlySpan<byte> bytes)
    {
        Symbol = null;
        var size = ItemSize;
        var oldCount = Count;
        var added = bytes.Length / size;
        var newCount = oldCount - length + added;
        Reserve(newCount);
        var tail = _data.AsSpan((start + length) * size, (oldCount - start - length) * size);
        tail.CopyTo(_data.AsSpan((start + added) * size));
        bytes.CopyTo(_data.AsSpan(start * size));
        Count = newCount;
    }

    /// <summary>A copy of a range of items.</summary>
    public Seq Slice(int start, int length, bool isMutable) =>
        new(Bytes.Slice(start * ItemSize, length * ItemSize).ToArray(), length, ItemType, Encoding, isMutable);

    /// <summary>A copy.</summary>
    public Seq CopyAs(bool isMutable) => Slice(0, Count, isMutable);

    /// <summary>The same items in another integer type.</summary>
    public Seq ConvertTo(ItemType type, SeqEncoding encoding, bool isMutable)
    {
        if (type == ItemType)
            return new Seq(Bytes.ToArray(), Count, type, encoding, isMutable);
        if (Encoding == SeqEncoding.Utf8 && encoding is SeqEncoding.Ucs2 or SeqEncoding.Ucs4 && !Ascii.IsValid(Bytes))
            return FromText(ToText()).ConvertTo(type, encoding, isMutable);
        var result = new Seq(new byte[Count * SizeOf(type)], Count, type, encoding, isMutable);
        for (var i = 0; i < Count; i++)
            result.Put(i, At(i));
        return result;
    }

    /// <summary>The text as a C# string: items are code points; bytes above 127 of an ascii sequence map to U+0080..U+00FF.</summary>
    public string ToText()
    {
        if (Encoding == SeqEncoding.Utf8 && ItemType == ItemType.UInt8)
            return System.Text.Encoding.UTF8.GetString(Bytes);
        if (ItemType == ItemType.UInt8)
            return System.Text.Encoding.Latin1.GetString(Bytes);
        if (Encoding == SeqEncoding.Ucs2 && ItemType == ItemType.UInt16)
            return new string(MemoryMarshal.Cast<byte, char>(Bytes));
        var text = new StringBuilder(Count);
        for (var i = 0; i < Count; i++)
        {
            var point = At(i);
            var rune = point is >= 0 and <= 0x10FFFF && Rune.IsValid((int)point) ? new Rune((int)point) : Rune.ReplacementChar;
            if (rune.IsBmp)
                text.Append((char)rune.Value);
            else
                text.Append(rune.ToString());
        }
        return text.ToString();
    }

    /// <summary>The bytes to print: an ascii or utf8 sequence's own, otherwise UTF-8 of its code points.</summary>
    public byte[] ToUtf8() => ItemType == ItemType.UInt8 ? Bytes.ToArray() : System.Text.Encoding.UTF8.GetBytes(ToText());

    /// <summary>Equal item by item?</summary>
    public bool ContentEquals(Seq other)
    {
        if (Count != other.Count)
            return false;
        if (ItemType == other.ItemType && ItemType < ItemType.Float32)
        {
            // Most texts that differ do so in their first byte, and many have no other.
            if (Count == 0 || _data[0] != other._data[0])
                return Count == 0;
            return (Count == 1 && ItemType == ItemType.UInt8) || Bytes.SequenceEqual(other.Bytes);
        }
        for (var i = 0; i < Count; i++)
        {
            if (At(i) != other.At(i))
                return false;
        }
        return true;
    }

    /// <summary>Item by item, then by length: negative, zero or positive.</summary>
    public int CompareTo(Seq other)
    {
        if (ItemType == ItemType.UInt8 && other.ItemType == ItemType.UInt8)
            return Bytes.SequenceCompareTo(other.Bytes);
        var common = Math.Min(Count, other.Count);
        for (var i = 0; i < common; i++)
        {
            var order = At(i).CompareTo(other.At(i));
            if (order != 0)
                return order;
        }
        return Count.CompareTo(other.Count);
    }

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => IsMutable ? CopyAs(true) : this;

    /// <inheritdoc/>
    public override Payload? Snapshot() => IsMutable ? CopyAs(true) : null;

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => Become((Seq)snapshot);

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
