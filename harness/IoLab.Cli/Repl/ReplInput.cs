using System.Text;

namespace IoLab.Cli.Repl;

/// <summary>Standard input as programs in a REPL read it: the lines after the one that is being evaluated.</summary>
/// <param name="lines">Where lines come from.</param>
/// <param name="output">What the program has written, for its prompt.</param>
/// <param name="interrupt">Called for Ctrl-C while a program waits for a line.</param>
internal sealed class ReplInput(ILineSource lines, ReplOutput output, Action interrupt) : Stream
{
    private ReadOnlyMemory<byte> left;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0) return 0;
        if (left.IsEmpty) left = NextLine();
        int count = Math.Min(buffer.Length, left.Length);
        left.Span[..count].CopyTo(buffer);
        left = left[count..];
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] bytes, int offset, int count) => Read(bytes.AsSpan(offset, count));

    private byte[] NextLine()
    {
        try
        {
            string prompt = output.Row;
            output.EndRow();
            return lines.ReadLine(prompt, LineKind.Input) is { } line ? Encoding.UTF8.GetBytes(line + "\n") : [];
        }
        catch (LineInterruptedException)
        {
            interrupt();
            return [];
        }
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
