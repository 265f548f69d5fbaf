using System.Text;
using IoLab.Contract;

namespace IoLab.Wasm.Sessions;

/// <summary>What a guest writes: kept up to a limit for one run after the other, or passed on to a stream.</summary>
internal sealed class CollectedOutput(Stream? live) : OutputStream
{
    private readonly MemoryStream _kept = new();
    private long _limit;

    /// <summary>A run begins; it may write so many bytes.</summary>
    public void Begin(long limit)
    {
        _kept.SetLength(0);
        _limit = limit;
    }

    /// <summary>What was kept, as text; bytes that are not valid UTF-8 become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(_kept.GetBuffer(), 0, (int)_kept.Length);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        if (live is not null)
            live.Write(bytes);
        else
            _kept.Write(bytes[..(int)Math.Min(bytes.Length, Math.Max(0, _limit - _kept.Length))]);
    }

    /// <inheritdoc/>
    public override void Flush() => live?.Flush();
}
