using System.Globalization;
using System.Text;

namespace IoLab.Harness.Corpus;

/// <summary>Text on one line: backslash, control characters and lone surrogates are escaped (<c>\\ \n \r \t \u001b</c>), everything else is itself.</summary>
public static class EscapedText
{
    /// <summary>Escapes a text.</summary>
    public static string Write(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPaired = (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]));
            _ = c switch
            {
                '\\' => escaped.Append(@"\\"),
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\t' => escaped.Append(@"\t"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' || (char.IsSurrogate(c) && !isPaired) =>
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                // A space at either end would be lost to trimming.
                ' ' when i == 0 || i == text.Length - 1 => escaped.Append(@"\u0020"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The inverse of <see cref="Write"/>.</summary>
    /// <exception cref="FormatException">A backslash is followed by something unknown.</exception>
    public static string Read(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            char kind = ++i < escaped.Length ? escaped[i] : '\0';
            switch (kind)
            {
                case '\\': text.Append('\\'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'u' when i + 4 < escaped.Length && ushort.TryParse(
                    escaped.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort code):
                    text.Append((char)code);
                    i += 4;
                    break;
                default:
                    throw new FormatException($"unknown escape '\\{kind}' at column {i}; known: \\\\ \\n \\r \\t \\uXXXX");
            }
        }

        return text.ToString();
    }
}
