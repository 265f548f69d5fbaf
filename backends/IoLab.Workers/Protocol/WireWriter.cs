using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace IoLab.Workers.Protocol;

/// <summary>Writes one frame: its header, then fields. Texts travel as UTF-16, so that lone surrogates survive.</summary>
internal sealed class WireWriter
{
    /// <summary>Bytes of a header: the payload's length, then the kind.</summary>
    public const int HeaderSize = 5;

    /// <summary>A longer text is cut: an exception's message may be as long as memory is large.</summary>
    public const int LongestText = 300 << 20;

    private readonly ArrayBufferWriter<byte> _buffer = new(256);

    /// <summary>Begins a frame.</summary>
    public WireWriter(FrameKind kind)
    {
        _buffer.GetSpan(HeaderSize)[..4].Clear();
        _buffer.GetSpan(HeaderSize)[4] = (byte)kind;
        _buffer.Advance(HeaderSize);
    }

    /// <summary>The whole frame.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        var frame = MemoryMarshal.AsMemory(_buffer.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - HeaderSize);
        return frame;
    }

    public WireWriter Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
        return this;
    }

    public WireWriter Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public WireWriter Int(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
        return this;
    }

    public WireWriter Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
        return this;
    }

    public WireWriter Double(double value) => Long(BitConverter.DoubleToInt64Bits(value));

    public WireWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _buffer.Write(bytes);
        return this;
    }

    public WireWriter Text(string text)
    {
        var characters = text.AsSpan(0, Math.Min(text.Length, LongestText));
        return Int(characters.Length).Bytes(MemoryMarshal.AsBytes(characters));
    }

    public WireWriter OptionalText(string? text) => text is null ? Flag(false) : Flag(true).Text(text);

    public WireWriter Texts(IReadOnlyCollection<string> texts)
    {
        Int(texts.Count);
        foreach (var text in texts)
            Text(text);
        return this;
    }
}
