using System.Globalization;
using System.Numerics;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Number;

/// <summary>
/// Numbers as text (io-language.md 6.1, 6.2), digit for digit as C's printf writes them: the exact binary value, ties to even. The fraction of a
/// double times 10^16 fits 128 bits, so the common case needs neither big integers nor strings.
/// </summary>
public static class NumberText
{
    /// <summary>Enough for any text of <see cref="Write"/>: sign, 19 digits, point, 16 digits.</summary>
    public const int MaxLength = 48;

    private const double TwoTo63 = 9223372036854775808.0;
    private const int Decimals = 16;
    private const ulong TenTo16 = 10_000_000_000_000_000;
    /// <summary>No double has more digits after the point.</summary>
    private const int MostDecimals = 1074;
    /// <summary>53 bits times 10^22 fit 128 bits.</summary>
    private const int MostFastDecimals = 22;

    /// <summary>As <c>asString</c> without arguments writes it.</summary>
    public static string Format(double value)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        return System.Text.Encoding.ASCII.GetString(buffer[..Write(value, buffer)]);
    }

    /// <summary>The same as an immutable sequence.</summary>
    public static Seq ToSeq(double value)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        return Seq.FromBytes(buffer[..Write(value, buffer)].ToArray());
    }

    /// <summary>Writes the text of <c>asString</c>; answers its length, at most <see cref="MaxLength"/>.</summary>
    public static int Write(double value, Span<byte> to)
    {
        if (Math.Abs(value) <= TwoTo63)
            return value == Math.Floor(value) ? WriteInteger(value, to) : WriteFraction(value, to);
        if (double.IsNaN(value))
            return Copy("nan"u8, to);
        if (double.IsInfinity(value))
            return value > 0 ? Copy("inf"u8, to) : Copy("-inf"u8, to);
        return WriteScientific(value, to);
    }

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> to)
    {
        text.CopyTo(to);
        return text.Length;
    }

    private static int WriteInteger(double value, Span<byte> to)
    {
        if (value == TwoTo63)
            return Copy("9223372036854775808"u8, to);
        ((long)value).TryFormat(to, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Splits a finite number into mantissa and power of two.</summary>
    private static (ulong Mantissa, int Exponent) Split(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        var exponent = (int)(bits >> 52) & 0x7FF;
        return exponent == 0 ? (mantissa, -1074) : (mantissa | 1UL << 52, exponent - 1075);
    }

    /// <summary>The integer part and the fraction in units of 1/<paramref name="scale"/>, rounded, of a number that is not an integer.</summary>
    private static (ulong Integer, UInt128 Fraction) Round(double value, UInt128 scale)
    {
        var (mantissa, exponent) = Split(value);
        var shift = -exponent;
        var integer = shift < 64 ? mantissa >> shift : 0;
        var product = (shift < 64 ? mantissa & ((1UL << shift) - 1) : mantissa) * scale;
        if (shift > 127)
            return (integer, 0);
        var fraction = product >> shift;
        var rest = product - (fraction << shift);
        var half = UInt128.One << (shift - 1);
        if (rest > half || (rest == half && (fraction & 1) != 0))
            fraction++;
        return fraction == scale ? (integer + 1, 0) : (integer, fraction);
    }

    private static int WriteFraction(double value, Span<byte> to)
    {
        var (integer, fraction) = Round(value, TenTo16);
        var length = 0;
        if (value < 0)
            to[length++] = (byte)'-';
        integer.TryFormat(to[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        if (fraction == 0)
            return length;
        to[length++] = (byte)'.';
        WriteDigits((ulong)fraction, to.Slice(length, Decimals));
        length += Decimals;
        while (to[length - 1] == '0')
            length--;
        return length;
    }

    /// <summary>Fills a span with decimal digits, zeros in front.</summary>
    private static void WriteDigits(ulong value, Span<byte> to)
    {
        for (var i = to.Length - 1; i >= 0; i--)
        {
            to[i] = (byte)('0' + value % 10);
            value /= 10;
        }
    }

    /// <summary>As C's <c>%e</c>: only for integers above 2^63.</summary>
    private static int WriteScientific(double value, Span<byte> to)
    {
        var integer = BigInteger.Abs(new BigInteger(value));
        var exponent = integer.ToString(CultureInfo.InvariantCulture).Length - 1;
        var digits = DivideToEven(integer, BigInteger.Pow(10, exponent - 6));
        if (digits == 10_000_000)
        {
            digits = 1_000_000;
            exponent++;
        }
        var text = digits.ToString(CultureInfo.InvariantCulture);
        var sign = value < 0 ? "-" : "";
        return System.Text.Encoding.ASCII.GetBytes($"{sign}{text[0]}.{text[1..]}e+{exponent:00}", to);
    }

    private static BigInteger DivideToEven(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        var order = (rest * 2).CompareTo(divisor);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    /// <summary>As C's <c>%*.*f</c>.</summary>
    public static string Format(double value, int width, int decimals)
    {
        if (!double.IsFinite(value))
            return Format(value).PadLeft(width);
        var sign = double.IsNegative(value) ? "-" : "";
        return (sign + Digits(Math.Abs(value), decimals)).PadLeft(width);
    }

    private static string Digits(double value, int decimals)
    {
        if (value == Math.Floor(value))
        {
            var text = new BigInteger(value).ToString(CultureInfo.InvariantCulture);
            return decimals == 0 ? text : text + "." + new string('0', decimals);
        }
        if (decimals <= MostFastDecimals)
        {
            var scale = UInt128.One;
            for (var i = 0; i < decimals; i++)
                scale *= 10;
            var (integer, fraction) = decimals == 0 ? RoundToInteger(value) : Round(value, scale);
            var head = integer.ToString(CultureInfo.InvariantCulture);
            return decimals == 0 ? head : $"{head}.{fraction.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0')}";
        }
        var exact = Math.Min(decimals, MostDecimals);
        var (mantissa, exponent) = Split(value);
        var scaled = DivideToEven(mantissa * BigInteger.Pow(10, exact), BigInteger.One << -exponent);
        var all = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(exact + 1, '0');
        return all[..^exact] + "." + all[^exact..].PadRight(decimals, '0');
    }

    /// <summary>Rounds a fractional number, ties to even: the parity is the integer's, not the fraction's.</summary>
    private static (ulong Integer, UInt128 Fraction) RoundToInteger(double value) => ((ulong)Math.Round(value, MidpointRounding.ToEven), 0);
}
