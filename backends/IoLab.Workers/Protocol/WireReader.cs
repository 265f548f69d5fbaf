using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace IoLab.Workers.Protocol;

/// <summary>Reads the fields of a frame that may come from a process gone wrong: nothing is believed.</summary>
internal sealed class WireReader(ReadOnlyMemory<byte> payload)
{
    private int _position;

    /// <summary>All fields were read: more bytes are as wrong as fewer.</summary>
    /// <exception cref="ProtocolException">There are more.</exception>
    public void End()
    {
        if (_position != payload.Length)
            throw new ProtocolException($"{payload.Length - _position} bytes too many");
    }

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new ProtocolException($"{other} where 0 or 1 is meant"),
    };

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public double Double() => BitConverter.Int64BitsToDouble(Long());

    /// <summary>How many items follow, each of at least so many bytes.</summary>
    public int Count(int itemSize)
    {
        var count = Int();
        return count >= 0 && (long)count * itemSize <= payload.Length - _position ? count : throw new ProtocolException($"a count of {count}");
    }

    public ReadOnlyMemory<byte> Rest()
    {
        var rest = payload[_position..];
        _position = payload.Length;
        return rest;
    }

    public string Text()
    {
        var length = Count(sizeof(char));
        return new string(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char))));
    }

    public string? OptionalText() => Flag() ? Text() : null;

    public string[] Texts()
    {
        var texts = new string[Count(sizeof(int))];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text();
        return texts;
    }

    /// <summary>A member of an enumeration.</summary>
    public T Member<T>()
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), Int());
        return Enum.IsDefined(value) ? value : throw new ProtocolException($"{value} is no {typeof(T).Name}");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > payload.Length - _position)
            throw new ProtocolException("it ends early");
        _position += count;
        return payload.Span.Slice(_position - count, count);
    }
}
