using IoLab.Contract;

namespace IoLab.Workers;

/// <summary>Passes on what a guest in a worker writes, in pieces that fit a frame.</summary>
/// <param name="send">Sends a piece.</param>
internal sealed class RemoteOutput(RemoteOutput.Sender send) : OutputStream
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
}
