namespace IoLab.External.Processes;

/// <summary>Collects a child's output up to a limit, or writes it through.</summary>
internal sealed class BoundedOutput(long limitBytes, Stream? live, Action? atLimit)
{
    private readonly MemoryStream kept = new();
    private long seen;

    /// <summary>The bytes kept: all of a collected stream, the last part of one written through.</summary>
    public ReadOnlyMemory<byte> Kept => kept.GetBuffer().AsMemory(0, (int)kept.Length);

    /// <summary>Takes the next bytes.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        long room = Math.Max(0, limitBytes - seen);
        seen += bytes.Length;
        if (bytes.Length > room)
        {
            bytes = bytes[..(int)room];
            atLimit?.Invoke();
        }

        if (live is null)
        {
            kept.Write(bytes.Span);
            return;
        }

        KeepTail(bytes.Span);
        await live.WriteAsync(bytes).ConfigureAwait(false);
        await live.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>A stream written through is remembered only as far as a trace at its end may reach.</summary>
    private void KeepTail(ReadOnlySpan<byte> bytes)
    {
        const int Tail = 64 * 1024;
        kept.Write(bytes);
        if (kept.Length <= 4 * Tail) return;
        byte[] last = kept.GetBuffer().AsSpan((int)kept.Length - Tail, Tail).ToArray();
        kept.SetLength(0);
        kept.Write(last);
    }
}
