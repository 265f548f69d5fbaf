using System.Globalization;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Numbers as text (io-language.md 6.1, 6.2). .NET formats the exact binary value, as C does.</summary>
public static class NumberText
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>As <c>asString</c> without arguments writes it.</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value))
            return double.IsNegative(value) ? "-nan" : "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        if (Math.Abs(value) > TwoTo63)
            return value.ToString("0.000000e+00", CultureInfo.InvariantCulture);
        if (value == Math.Floor(value))
            return value == TwoTo63 ? "9223372036854775808" : ((long)value).ToString(CultureInfo.InvariantCulture);
        var text = value.ToString("F16", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.');
        return text == "-0" ? "-0" : text;
    }

    /// <summary>As C's <c>%*.*f</c>.</summary>
    public static string Format(double value, int width, int decimals)
    {
        string text;
        if (double.IsNaN(value) || double.IsInfinity(value))
            text = Format(value);
        else
            text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (double.IsNegative(value) && value == 0 && text[0] != '-')
            text = "-" + text;
        return text.PadLeft(width);
    }
}
