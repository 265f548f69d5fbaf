using System.Text;

namespace IoLab.Runtime.Host;

/// <summary>Where a guest's output goes: kept in memory up to a limit, or written through to a stream.</summary>
public sealed class OutputSink
{
    private readonly Stream? _live;
    private readonly MemoryStream _kept = new();
    private readonly byte[] _buffer = [];
    private int _buffered;

    /// <summary>A sink that keeps what it gets.</summary>
    public OutputSink()
    {
    }

    /// <summary>A sink that writes through, where there is something to write to.</summary>
    public OutputSink(Stream? live)
    {
        _live = live;
        if (live is not null)
            _buffer = new byte[16384];
    }

    /// <summary>How many bytes may come.</summary>
    public long Limit { get; set; } = long.MaxValue;

    /// <summary>How many bytes came.</summary>
    public long Count { get; private set; }

    /// <summary>Takes bytes. False when the limit is reached; what fits below it is kept.</summary>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        var room = Limit - Count;
        var fits = bytes.Length <= room;
        if (!fits)
            bytes = bytes[..(int)Math.Max(0, room)];
        Count += bytes.Length;
        if (_live is null)
        {
            _kept.Write(bytes);
            return fits;
        }
        if (bytes.Length > _buffer.Length - _buffered)
            Flush();
        if (bytes.Length > _buffer.Length)
        {
            _live.Write(bytes);
            return fits;
        }
        bytes.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += bytes.Length;
        return fits;
    }

    /// <summary>Passes on what is buffered.</summary>
    public void Flush()
    {
        if (_live is null)
            return;
        _live.Write(_buffer, 0, _buffered);
        _buffered = 0;
        _live.Flush();
    }

    /// <summary>What was kept, as text; invalid UTF-8 becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(_kept.GetBuffer(), 0, (int)_kept.Length);
}
