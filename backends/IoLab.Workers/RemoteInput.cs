using System.Collections.Concurrent;

namespace IoLab.Workers;

/// <summary>The host's standard input as a guest in a worker reads it: asked for when it is wanted, so that nothing is taken that nobody reads.</summary>
internal sealed class RemoteInput : Stream
{
    private readonly BlockingCollection<ReadOnlyMemory<byte>> _given = [];
    private ReadOnlyMemory<byte> _left;

    /// <summary>Asks the host for at most so many bytes.</summary>
    public Action<int> Wanted { get; set; } = _ => { };

    /// <summary>Takes what the host gives; nothing is the end.</summary>
    public void Give(ReadOnlyMemory<byte> bytes) => _given.Add(bytes);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
            return 0;
        if (_left.IsEmpty)
        {
            Wanted(buffer.Length);
            _left = _given.Take();
        }
        var count = Math.Min(buffer.Length, _left.Length);
        _left.Span[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] bytes, int offset, int count) => Read(bytes.AsSpan(offset, count));

    /// <inheritdoc/>
    public override bool CanRead => true;
    /// <inheritdoc/>
    public override bool CanSeek => false;
    /// <inheritdoc/>
    public override bool CanWrite => false;
    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();
    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    /// <inheritdoc/>
    public override void Flush()
    {
    }
    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override void Write(byte[] bytes, int offset, int count) => throw new NotSupportedException();
}
