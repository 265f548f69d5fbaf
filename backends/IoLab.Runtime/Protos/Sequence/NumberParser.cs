using System.Buffers.Text;
using System.Globalization;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Reads the number a text begins with, as C's <c>strtod</c> does.</summary>
public static class NumberParser
{
    /// <summary>Positive NaN: prints as <c>nan</c>.</summary>
    public static readonly double NaN = BitConverter.Int64BitsToDouble(0x7FF8000000000000);

    private const int ExactDigits = 15;

    /// <summary>The value of the longest prefix that is a number; NaN when there is none.</summary>
    public static double Parse(ReadOnlySpan<byte> text)
    {
        var i = 0;
        while (i < text.Length && text[i] is 32 or (>= 9 and <= 13))
            i++;
        var isNegative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is (byte)'-' or (byte)'+')
            i++;
        text = text[i..];
        var value = Unsigned(text);
        return isNegative ? -value : value;
    }

    private static double Unsigned(ReadOnlySpan<byte> text)
    {
        if (TryInteger(text, out var integer))
            return integer;
        if (text.Length > 1 && text[0] == '0' && (text[1] | 0x20) == 'x')
            return Hex(text[2..]);
        var length = DecimalLength(text);
        if (length > 0)
            return Utf8Parser.TryParse(text[..length], out double value, out _) ? value : double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
        return StartsWith(text, "inf"u8) ? double.PositiveInfinity : NaN;
    }

    /// <summary>Reads what is nothing but a few digits, which a double holds exactly.</summary>
    private static bool TryInteger(ReadOnlySpan<byte> text, out double value)
    {
        long integer = 0;
        var i = 0;
        for (; i < text.Length && char.IsAsciiDigit((char)text[i]); i++)
        {
            if (i == ExactDigits)
                break;
            integer = 10 * integer + text[i] - '0';
        }
        value = integer;
        return i > 0 && (i == text.Length || (text[i] != '.' && !char.IsAsciiLetterOrDigit((char)text[i])));
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        if (text.Length < lower.Length)
            return false;
        for (var i = 0; i < lower.Length; i++)
        {
            if ((text[i] | 0x20) != lower[i])
                return false;
        }
        return true;
    }

    private static double Hex(ReadOnlySpan<byte> digits)
    {
        double value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
                break;
            value = value * 16 + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        return value;
    }

    /// <summary>How many bytes belong to digits, point, digits and exponent; 0 when there is no digit.</summary>
    private static int DecimalLength(ReadOnlySpan<byte> text)
    {
        var whole = Digits(text, 0);
        var end = whole;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = Digits(text, end + 1);
            if (whole == 0 && fraction == 0)
                return 0;
            end += 1 + fraction;
        }
        if (end == 0)
            return 0;
        if (end < text.Length && (text[end] | 0x20) == 'e')
        {
            var sign = end + 1 < text.Length && text[end + 1] is (byte)'-' or (byte)'+' ? 1 : 0;
            var exponent = Digits(text, end + 1 + sign);
            if (exponent > 0)
                end += 1 + sign + exponent;
        }
        return end;
    }

    private static int Digits(ReadOnlySpan<byte> text, int from)
    {
        var i = from;
        while (i < text.Length && char.IsAsciiDigit((char)text[i]))
            i++;
        return i - from;
    }
}
