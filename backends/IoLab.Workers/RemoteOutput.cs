namespace IoLab.Workers;

/// <summary>Passes on what a guest in a worker writes, in pieces that fit a frame.</summary>
/// <param name="send">Sends a piece.</param>
internal sealed class RemoteOutput(RemoteOutput.Sender send) : Stream
{
    /// <summary>Sends a piece.</summary>
    public delegate void Sender(ReadOnlySpan<byte> bytes);

    private const int Piece = 1 << 18;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length > Piece; bytes = bytes[Piece..])
            send(bytes[..Piece]);
        if (bytes.Length > 0)
            send(bytes);
    }

    /// <inheritdoc/>
    public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override bool CanRead => false;
    /// <inheritdoc/>
    public override bool CanSeek => false;
    /// <inheritdoc/>
    public override bool CanWrite => true;
    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();
    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    /// <inheritdoc/>
    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
