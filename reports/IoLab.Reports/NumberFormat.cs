using System.Globalization;
using IoLab.Contract;

namespace IoLab.Reports;

/// <summary>
/// The one place where measured numbers become text: four significant digits, SI prefixes, the same in console, Markdown and HTML.
/// Culture-independent. Digits are grouped with a narrow no-break space from five digits on; a no-break space joins number and unit.
/// </summary>
public static class NumberFormat
{
    private const char GroupSeparator = '\u202F';
    private const char UnitSeparator = '\u00A0';
    private const char Minus = '\u2212';

    private static readonly (double Factor, string Unit)[] Times = [(1, "ns"), (1e3, "µs"), (1e6, "ms"), (1e9, "s")];
    private static readonly (double Factor, string Unit)[] Rates = [(1, "ops/s"), (1e3, "Kops/s"), (1e6, "Mops/s"), (1e9, "Gops/s")];
    private static readonly (double Factor, string Unit)[] Sizes = [(1, "B"), (1e3, "kB"), (1e6, "MB"), (1e9, "GB"), (1e12, "TB")];

    /// <summary>A number with so many significant digits, trailing zeros kept: <c>12.78</c>, <c>1.200</c>, <c>12 780</c>.</summary>
    public static string Significant(double value, int digits = 4)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "not a number" : value > 0 ? "\u221E" : Minus + "\u221E";
        }
        if (value == 0)
        {
            return "0";
        }
        double size = Math.Abs(value);
        int exponent = (int)Math.Floor(Math.Log10(size));
        // Rounding may carry into the next decade: 9.9996 is 10.00.
        if (Math.Round(size / Math.Pow(10, exponent - digits + 1)) >= Math.Pow(10, digits))
        {
            exponent++;
        }
        string sign = value < 0 ? Minus.ToString() : "";
        if (exponent is < -6 or > 14)
        {
            string mantissa = Math.Round(size / Math.Pow(10, exponent), digits - 1).ToString("F" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return $"{sign}{mantissa}e{exponent.ToString(CultureInfo.InvariantCulture)}";
        }
        int decimals = digits - 1 - exponent;
        double step = Math.Pow(10, -decimals);
        double rounded = decimals >= 0 ? size : Math.Round(size / step) * step;
        return sign + Grouped(rounded.ToString("F" + Math.Max(0, decimals).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A count, exact and grouped.</summary>
    public static string Count(long value) =>
        (value < 0 ? Minus.ToString() : "") + Grouped(Math.Abs((decimal)value).ToString("F0", CultureInfo.InvariantCulture));

    /// <summary>A value of a unit with its prefix and unit: <c>1.234 ms</c>, <c>38.12 Mops/s</c>.</summary>
    public static string Value(double value, string unit)
    {
        var scale = ScaleFor(value, unit);
        return scale.Of(value) + UnitSeparator + scale.Unit;
    }

    /// <summary>The scale that suits a value of a unit; use one scale for a row so that its numbers compare.</summary>
    public static UnitScale ScaleFor(double value, string unit) => unit switch
    {
        "ns" => Pick(Times, value),
        "us" or "µs" => Pick(Times, value, 1e3),
        "ms" => Pick(Times, value, 1e6),
        "s" => Pick(Times, value, 1e9),
        "ops/s" => Pick(Rates, value),
        "B" => Pick(Sizes, value),
        _ => new UnitScale(1, unit),
    };

    /// <summary>An interval in a scale: <c>[37.91, 38.33]</c>.</summary>
    public static string Interval(Estimate estimate, UnitScale scale) => $"[{scale.Of(estimate.Low)}, {scale.Of(estimate.High)}]";

    /// <summary>A ratio: <c>10.21×</c>.</summary>
    public static string Speedup(double ratio) => Significant(ratio) + "×";

    /// <summary>A ratio's interval: <c>[10.02, 10.41]</c>.</summary>
    public static string RatioInterval(Estimate ratio) => $"[{Significant(ratio.Low)}, {Significant(ratio.High)}]";

    /// <summary>A ratio as a change in percent with its sign: 1.1 is <c>+10.0 %</c>.</summary>
    public static string Change(double ratio)
    {
        double percent = (ratio - 1) * 100;
        string text = Math.Abs(percent).ToString(Math.Abs(percent) >= 100 ? "F0" : "F1", CultureInfo.InvariantCulture);
        return (text is "0.0" ? "" : percent < 0 ? Minus.ToString() : "+") + text + UnitSeparator + '%';
    }

    /// <summary>A confidence level: 0.95 is <c>95 %</c>.</summary>
    public static string Confidence(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + UnitSeparator + '%';

    /// <summary>A point in time: <c>2026-06-13 14:05 UTC</c>.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A day: <c>2026-06-13</c>.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="scales">The scales of a base unit.</param>
    /// <param name="value">A value.</param>
    /// <param name="given">How many base units make one of the value's unit.</param>
    private static UnitScale Pick((double Factor, string Unit)[] scales, double value, double given = 1)
    {
        // 999.96 would be written as 1000 of the smaller unit.
        var (factor, unit) = scales.LastOrDefault(scale => Math.Abs(value) * given >= scale.Factor * 0.99995, scales[0]);
        return new UnitScale(factor / given, unit);
    }

    private static string Grouped(string digits)
    {
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? digits.Length : point;
        if (whole < 5)
        {
            return digits;
        }
        for (int at = whole - 3; at > 0; at -= 3)
        {
            digits = digits.Insert(at, GroupSeparator.ToString());
        }
        return digits;
    }
}

/// <summary>A unit with its prefix.</summary>
/// <param name="Factor">How many base units make one of these.</param>
/// <param name="Unit">The unit's text with its prefix.</param>
public readonly record struct UnitScale(double Factor, string Unit)
{
    /// <summary>A value given in the base unit, in this scale, with four significant digits and without the unit.</summary>
    public string Of(double value) => NumberFormat.Significant(value / Factor);
}
