using System.Globalization;
using System.Text;
using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>Events as people read them: short, and the same on every machine.</summary>
internal static class TraceText
{
    private const int Longest = 120;

    /// <summary>Label and line of a message.</summary>
    public static string? LocationOf(Message? message) => message is { Label.Length: > 0 } ? $"{message.Label}:{message.Line}" : null;

    /// <summary>A value that is no object with a number.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A sequence: quoted text, or its items.</summary>
    public static string Of(Seq seq)
    {
        var text = Cut(seq.Encoding == SeqEncoding.Number ? $"{seq.ItemType} {Convert.ToHexStringLower(Start(seq.Bytes))}" : $"\"{seq.ToText()}\"");
        return seq.IsMutable ? text + " (mutable)" : text;
    }

    /// <summary>Bytes that were written.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Cut(Encoding.UTF8.GetString(Start(bytes)));

    /// <summary>One line of bounded length.</summary>
    public static string Cut(string text)
    {
        if (text.Length > Longest)
            text = $"{text.AsSpan(0, Longest)}... ({text.Length} characters)";
        return text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
    }

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 4 * Longest)];
}
