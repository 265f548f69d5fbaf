using System.Globalization;
using IoLab.Language.Mutants;

namespace IoLab.Language;

/// <summary>Turns the spelling of a literal into its value.</summary>
internal sealed class LiteralDecoder(ILiteralFactory factory, MutantSet mutants)
{
    private int[] _codePoints = new int[64];

    /// <summary>The cached result of a literal token; null for kinds that have none.</summary>
    public object? Decode(TokenKind kind, ReadOnlySpan<char> spelling) => kind switch
    {
        TokenKind.Number => factory.Number(Decimal(spelling)),
        TokenKind.HexNumber => factory.Number(HexOf(spelling[2..])),
        TokenKind.MonoQuote => factory.Text(Unescape(spelling[1..^1])),
        TokenKind.TriQuote => factory.Text(Raw(spelling[3..^3])),
        _ => null,
    };

    private double Decimal(ReadOnlySpan<char> spelling)
    {
        if (mutants.Has(Mutant.ExponentSign) && spelling.IndexOfAny("eE") is > 0 and var at && at + 1 < spelling.Length && spelling[at + 1] == '-')
            spelling = string.Concat(spelling[..(at + 1)], spelling[(at + 2)..]);
        return double.Parse(spelling, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private double HexOf(ReadOnlySpan<char> digits) =>
        Hex(digits) is var value && mutants.Has(Mutant.HexOverflow) && value is > int.MaxValue and <= uint.MaxValue ? unchecked((int)(uint)value) : value;

    /// <summary>The value of a text without escapes, such as the name on the left of an assignment.</summary>
    public object Text(ReadOnlySpan<char> text) => factory.Text(Raw(text));

    /// <summary>The value of the leading hex digits, rounded to nearest even as a double.</summary>
    internal static double Hex(ReadOnlySpan<char> digits)
    {
        const int MantissaDigits = 15; // 60 bits: the 53 of a double, a rounding bit, and room for a sticky bit
        ulong mantissa = 0;
        var significant = 0;
        var dropped = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c))
                break;
            var digit = (ulong)Digit(c);
            if (significant < MantissaDigits)
            {
                mantissa = (mantissa << 4) | digit;
                if (mantissa != 0)
                    significant++;
                continue;
            }

            dropped++;
            if (digit != 0)
                mantissa |= 1; // sticky: below the rounding bit, so it only breaks ties
        }

        return Math.ScaleB(mantissa, 4 * dropped);
    }

    private ReadOnlySpan<int> Raw(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            _codePoints[count++] = CodePoint(text, ref i);
        return _codePoints.AsSpan(0, count);
    }

    private ReadOnlySpan<int> Unescape(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else
            {
                _codePoints[count++] = CodePoint(text, ref i);
                continue;
            }

            _codePoints[count++] = text[i] switch
            {
                'a' => 7,
                'b' => 8,
                'f' => 12,
                'n' => 10,
                'r' => 13,
                't' => 9,
                'v' => 11,
                '\\' when mutants.Has(Mutant.EscapedBackslash) && i + 1 < text.Length && text[i + 1] == 'n' => Newline(ref i),
                >= '0' and <= '9' => text[i] - '0',
                'x' => HexByte(text, ref i),
                'u' => Universal(text, ref i),
                _ => CodePoint(text, ref i),
            };
        }

        return _codePoints.AsSpan(0, count);
    }

    private static int Newline(ref int i)
    {
        i++;
        return 10;
    }

    private void Reserve(int length)
    {
        if (_codePoints.Length < length)
            _codePoints = new int[Math.Max(length, _codePoints.Length * 2)];
    }

    private static int CodePoint(ReadOnlySpan<char> text, ref int i)
    {
        var c = text[i];
        return char.IsHighSurrogate(c) && i + 1 < text.Length ? char.ConvertToUtf32(c, text[++i]) : c;
    }

    private static int HexByte(ReadOnlySpan<char> text, ref int i)
    {
        if (!IsHex(text, i + 1))
            return 'x';
        var value = Digit(text[++i]);
        return IsHex(text, i + 1) ? (value * 16) + Digit(text[++i]) : value;
    }

    /// <summary><c>\uXXXX</c>, also as a surrogate pair of two; what is not one is the letter u, as any unknown escape.</summary>
    private static int Universal(ReadOnlySpan<char> text, ref int i)
    {
        if (!FourDigits(text, i + 1, out var unit) || char.IsLowSurrogate((char)unit))
            return 'u';
        if (!char.IsHighSurrogate((char)unit))
        {
            i += 4;
            return unit;
        }

        if (i + 6 >= text.Length || text[i + 5] != '\\' || text[i + 6] != 'u' || !FourDigits(text, i + 7, out var low)
            || !char.IsLowSurrogate((char)low))
            return 'u';
        i += 10;
        return char.ConvertToUtf32((char)unit, (char)low);
    }

    private static bool FourDigits(ReadOnlySpan<char> text, int from, out int value)
    {
        value = 0;
        for (var i = from; i < from + 4; i++)
        {
            if (!IsHex(text, i))
                return false;
            value = (value * 16) + Digit(text[i]);
        }

        return true;
    }

    private static bool IsHex(ReadOnlySpan<char> text, int i) => i < text.Length && char.IsAsciiHexDigit(text[i]);

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
