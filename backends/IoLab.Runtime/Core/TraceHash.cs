using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>
/// The hash of traces: FNV-1a over 64-bit words, each step followed by a fold of the high bits. What counts is that equal traces have equal
/// hashes on every machine, and that a change anywhere changes the whole; it is no protection against anybody.
/// </summary>
internal static class TraceHash
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Empty = 14695981039346656037;

    /// <summary>Content longer than twice this is hashed by its length, beginning and end: a text that grows by a character at a time would cost the square of its length.</summary>
    public const int LongestEnd = 128;

    private const ulong Prime = 1099511628211;

    /// <summary>One more word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * Prime;
        return hash ^ (hash >> 29);
    }

    /// <summary>All of some bytes: their number, whole words, then single bytes.</summary>
    public static ulong OfAll(ReadOnlySpan<byte> bytes)
    {
        var hash = Mix(Empty, (ulong)bytes.Length);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            hash = Mix(hash, word);
        foreach (var left in bytes[(bytes.Length & ~7)..])
            hash = Mix(hash, left);
        return hash;
    }

    /// <summary>Content of any length in bounded time.</summary>
    public static ulong OfContent(ReadOnlySpan<byte> bytes) => bytes.Length <= 2 * LongestEnd
        ? OfAll(bytes)
        : Mix(Mix(OfAll(bytes[..LongestEnd]), OfAll(bytes[^LongestEnd..])), (ulong)bytes.Length);

    /// <summary>A name's text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(Symbol name) => name.ContentHash != 0 ? name.ContentHash : Remember(name);

    /// <summary>Any text.</summary>
    public static ulong Of(string text) => OfAll(Encoding.UTF8.GetBytes(text));

    private static ulong Remember(Symbol name) => name.ContentHash = Math.Max(1, Of(name.Text));
}
