using System.Globalization;
using System.Text;

namespace IoLab.Runtime.Protos.Date;

/// <summary>Dates as text, with the directives of C's strftime in its default locale, in UTC.</summary>
internal static class TimeFormat
{
    /// <summary>Names that dates are written with.</summary>
    public static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Names that dates are written with.</summary>
    public static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>What a directive stands for when it is short for others, or null.</summary>
    public static string? Expansion(char directive) => directive switch
    {
        'c' => "%a %b %e %H:%M:%S %Y",
        'D' or 'x' => "%m/%d/%y",
        'F' => "%Y-%m-%d",
        'R' => "%H:%M",
        'r' => "%I:%M:%S %p",
        'T' or 'X' => "%H:%M:%S",
        _ => null,
    };

    /// <summary>The text of a time. Unknown directives stay as they are.</summary>
    public static string Format(string format, long seconds)
    {
        var text = new StringBuilder();
        Append(text, format, CivilTime.FromEpoch(seconds), seconds);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string format, CivilTime time, long seconds)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
                text.Append(format[i]);
            else if (Expansion(format[++i]) is { } expansion)
                Append(text, expansion, time, seconds);
            else
                AppendDirective(text, format[i], time, seconds);
        }
    }

    private static void AppendDirective(StringBuilder text, char directive, CivilTime time, long seconds)
    {
        var hour12 = (time.Hour + 11) % 12 + 1;
        _ = directive switch
        {
            'a' => text.Append(Days[time.DayOfWeek].AsSpan(0, 3)),
            'A' => text.Append(Days[time.DayOfWeek]),
            'b' or 'h' => text.Append(Months[time.Month - 1].AsSpan(0, 3)),
            'B' => text.Append(Months[time.Month - 1]),
            'C' => Number(text, time.Year / 100, 2),
            'd' => Number(text, time.Day, 2),
            'e' => Number(text, time.Day, 2, ' '),
            'g' => Number(text, time.IsoWeek.Year % 100, 2),
            'G' => Number(text, time.IsoWeek.Year, 4),
            'H' => Number(text, time.Hour, 2),
            'I' => Number(text, hour12, 2),
            'j' => Number(text, time.DayOfYear + 1, 3),
            'k' => Number(text, time.Hour, 2, ' '),
            'l' => Number(text, hour12, 2, ' '),
            'm' => Number(text, time.Month, 2),
            'M' => Number(text, time.Minute, 2),
            'n' => text.Append('\n'),
            'p' => text.Append(time.Hour < 12 ? "AM" : "PM"),
            'P' => text.Append(time.Hour < 12 ? "am" : "pm"),
            's' => Number(text, seconds, 1),
            'S' => Number(text, time.Second, 2),
            't' => text.Append('\t'),
            'u' => Number(text, (time.DayOfWeek + 6) % 7 + 1, 1),
            'U' => Number(text, (time.DayOfYear + 7 - time.DayOfWeek) / 7, 2),
            'V' => Number(text, time.IsoWeek.Week, 2),
            'w' => Number(text, time.DayOfWeek, 1),
            'W' => Number(text, (time.DayOfYear + 7 - (time.DayOfWeek + 6) % 7) / 7, 2),
            'y' => Number(text, (time.Year % 100 + 100) % 100, 2),
            'Y' => Number(text, time.Year, 4),
            'z' => text.Append("+0000"),
            'Z' => text.Append("UTC"),
            '%' => text.Append('%'),
            _ => text.Append('%').Append(directive),
        };
    }

    private static StringBuilder Number(StringBuilder text, long number, int digits, char pad = '0')
    {
        if (number < 0)
            text.Append('-');
        return text.Append(Math.Abs(number).ToString(CultureInfo.InvariantCulture).PadLeft(digits, pad));
    }
}
