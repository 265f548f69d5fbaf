using System.Text;

namespace IoLab.Wasm.Sessions;

/// <summary>The standard input of one program after the other: what it was given, or a stream that a person types into.</summary>
internal sealed class ProgramInput(Stream? live) : Stream
{
    private Stream _current = live ?? Null;

    /// <summary>A run begins with this text to read.</summary>
    public void Begin(string text)
    {
        if (live is null)
            _current = new MemoryStream(Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc/>
    public override int Read(byte[] bytes, int offset, int count) => _current.Read(bytes, offset, count);

    /// <inheritdoc/>
    public override int Read(Span<byte> bytes) => _current.Read(bytes);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

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
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
    /// <inheritdoc/>
    public override void Write(byte[] bytes, int offset, int count) => throw new NotSupportedException();
}
