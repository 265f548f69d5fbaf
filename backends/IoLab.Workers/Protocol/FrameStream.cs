using System.Buffers.Binary;

namespace IoLab.Workers.Protocol;

/// <summary>One frame that came.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Payload">Its fields.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Reads its fields.</summary>
    public WireReader Reader => new(Payload);
}

/// <summary>Frames over two streams. One thread reads; any may write.</summary>
/// <remarks>Large frames grow as their bytes come: a header that claims gigabytes costs nothing until they are there.</remarks>
internal sealed class FrameStream(Stream input, Stream output)
{
    /// <summary>The protocol's version. Both sides are of one build, so there is nothing to negotiate: another version is refused.</summary>
    public const int Version = 4;

    /// <summary>What a worker's first frame begins with.</summary>
    public const int Magic = 0x574c4f49; // "IOLW"

    private const int Step = 1 << 20;

    private readonly Lock _writing = new();
    private readonly BufferedStream _input = new(input, 64 * 1024);

    /// <summary>The longest payload that is accepted.</summary>
    public long LongestPayload { get; set; } = Step;

    /// <summary>Sends a frame.</summary>
    /// <exception cref="IOException">Nobody reads any more.</exception>
    public void Write(WireWriter frame)
    {
        lock (_writing)
        {
            output.Write(frame.Finish());
            output.Flush();
        }
    }

    /// <summary>The next frame; null at the end of the stream, also in the middle of one: the other side is gone.</summary>
    /// <exception cref="ProtocolException">These bytes are no frame, or one that is too long.</exception>
    public Frame? Read()
    {
        Span<byte> header = stackalloc byte[WireWriter.HeaderSize];
        if (_input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        var kind = (FrameKind)header[4];
        if (!Enum.IsDefined(kind))
            throw new ProtocolException($"a frame of the unknown kind {header[4]}");
        if (length < 0 || length > LongestPayload)
            throw new ProtocolException($"a frame of {length} bytes, where at most {LongestPayload} are expected");
        return ReadPayload(length) is { } payload ? new Frame(kind, payload) : null;
    }

    private byte[]? ReadPayload(int length)
    {
        var payload = new byte[Math.Min(length, Step)];
        for (var filled = 0; ;)
        {
            if (_input.ReadAtLeast(payload.AsSpan(filled), payload.Length - filled, throwOnEndOfStream: false) < payload.Length - filled)
                return null;
            if (payload.Length == length)
                return payload;
            filled = payload.Length;
            Array.Resize(ref payload, (int)Math.Min(length, 2L * filled));
        }
    }
}
