using System.Globalization;

namespace IoLab.Cli.Options;

/// <summary>Reads quantities with their units, and says what to write when they cannot be read.</summary>
internal static class Quantity
{
    private static readonly (string Unit, double Seconds)[] TimeUnits = [("ms", 1e-3), ("us", 1e-6), ("min", 60), ("m", 60), ("h", 3600), ("s", 1)];
    private static readonly (string Unit, double Bytes)[] SizeUnits = [("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30), ("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30), ("B", 1)];

    /// <summary>A time such as <c>500ms</c>, <c>60s</c>, <c>5m</c>.</summary>
    public static TimeSpan Time(string text, string option) => Scaled(text, TimeUnits) is { } seconds && seconds >= 0 && seconds < 1e8
        ? TimeSpan.FromSeconds(seconds)
        : throw new UsageException($"{option} {text}: write a time with its unit, such as 500ms, 60s or 5m");

    /// <summary>A size such as <c>64K</c>, <c>512M</c>, <c>2G</c>.</summary>
    public static long Size(string text, string option) => Scaled(text, SizeUnits) is { } bytes && bytes >= 0 && bytes < long.MaxValue
        ? (long)bytes
        : throw new UsageException($"{option} {text}: write a size with its unit, such as 64K, 512M or 2G");

    /// <summary>A fraction such as <c>5%</c>.</summary>
    public static double Percent(string text, string option) =>
        text.EndsWith('%') && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) && percent >= 0
            ? percent / 100
            : throw new UsageException($"{option} {text}: write a percentage, such as 5% or 0.5%");

    /// <summary>A whole number, at least the least.</summary>
    public static long Count(string text, string option, long least) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture, out long count) && count >= least
            ? count
            : throw new UsageException($"{option} {text}: write a whole number, at least {least}");

    private static double? Scaled(string text, (string Unit, double Factor)[] units)
    {
        foreach ((string unit, double factor) in units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            return double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number * factor : null;
        }

        return null;
    }
}
