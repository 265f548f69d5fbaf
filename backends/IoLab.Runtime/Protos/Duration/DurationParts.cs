using System.Globalization;
using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Duration;

/// <summary>Durations: years of 365 days, days, hours, minutes, seconds. Each part has the sign of the whole.</summary>
internal static class DurationParts
{
    private const double Minute = 60, Hour = 3600, Day = 86_400, Year = 365 * Day;
    private const string DefaultFormat = "%Y years %d days %H:%M:%S";

    private static DurationPayload Of(Value self) => (DurationPayload)self.Ref!.Payload!;

    /// <summary>A new Duration.</summary>
    public static Value Make(Vm vm, double seconds) =>
        new IoObject(Slots.CloneShapeOf(vm.World.Proto("Duration")), null, new DurationPayload(seconds));

    /// <summary>How many whole units fit, after whole larger units are taken away.</summary>
    private static double Part(double seconds, double unit, double larger) => Math.Truncate(seconds % larger / unit);

    public static Value Years(Vm vm, Value self, in Args args) => Math.Truncate(Of(self).Seconds / Year);

    public static Value Days(Vm vm, Value self, in Args args) => Part(Of(self).Seconds, Day, Year);

    public static Value Hours(Vm vm, Value self, in Args args) => Part(Of(self).Seconds, Hour, Day);

    public static Value Minutes(Vm vm, Value self, in Args args) => Part(Of(self).Seconds, Minute, Hour);

    public static Value Seconds(Vm vm, Value self, in Args args) => Of(self).Seconds % Minute;

    public static Value TotalSeconds(Vm vm, Value self, in Args args) => Of(self).Seconds;

    public static Value SetYears(Vm vm, Value self, in Args args) => SetPart(vm, self, args, Year, Math.Truncate(Of(self).Seconds / Year));

    public static Value SetDays(Vm vm, Value self, in Args args) => SetPart(vm, self, args, Day, Part(Of(self).Seconds, Day, Year));

    public static Value SetHours(Vm vm, Value self, in Args args) => SetPart(vm, self, args, Hour, Part(Of(self).Seconds, Hour, Day));

    public static Value SetMinutes(Vm vm, Value self, in Args args) => SetPart(vm, self, args, Minute, Part(Of(self).Seconds, Minute, Hour));

    public static Value SetSeconds(Vm vm, Value self, in Args args) => SetPart(vm, self, args, 1, Of(self).Seconds % Minute);

    /// <summary>Replaces a part; the new one may be more than fits and carries over.</summary>
    private static Value SetPart(Vm vm, Value self, in Args args, double unit, double old) =>
        args.TryNumber(vm, 0, out var n, out var error) ? Change(vm, self, Of(self).Seconds + (n - old) * unit) : error;

    private static Value Change(Vm vm, Value self, double seconds)
    {
        vm.Journal.SavePayload(self.Ref!);
        Of(self).Seconds = seconds;
        return self;
    }

    public static Value FromNumber(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Change(vm, self, n) : error;

    public static Value Add(Vm vm, Value self, in Args args) =>
        args.TryPayload<DurationPayload>(vm, 0, "Duration", out var other, out var error) ? Change(vm, self, Of(self).Seconds + other.Seconds) : error;

    public static Value Subtract(Vm vm, Value self, in Args args) =>
        args.TryPayload<DurationPayload>(vm, 0, "Duration", out var other, out var error) ? Change(vm, self, Of(self).Seconds - other.Seconds) : error;

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        var format = DefaultFormat;
        if (args.Count > 0)
        {
            if (!args.TrySeq(vm, 0, out var given, out var error))
                return error;
            format = given.ToText();
        }
        return vm.Text(Format(format, Of(self).Seconds));
    }

    private static string Format(string format, double seconds)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }
            _ = format[++i] switch
            {
                'Y' => Whole(text, Math.Truncate(seconds / Year), 1),
                'y' => Whole(text, Math.Truncate(seconds / Year), 4),
                'd' => Whole(text, Part(seconds, Day, Year), 2),
                'H' => Whole(text, Part(seconds, Hour, Day), 2),
                'M' => Whole(text, Part(seconds, Minute, Hour), 2),
                'S' => text.Append(Number.NumberText.Format(seconds % Minute, 0, 6)),
                var other => text.Append('%').Append(other),
            };
        }
        return text.ToString();
    }

    /// <summary>As C's <c>%0*d</c>: the sign counts.</summary>
    private static StringBuilder Whole(StringBuilder text, double number, int width)
    {
        if (!(Math.Abs(number) < 1e15))
            return text.Append(Number.NumberText.Format(number));
        var digits = Math.Abs((long)number).ToString(CultureInfo.InvariantCulture);
        return number < 0 ? text.Append('-').Append(digits.PadLeft(width - 1, '0')) : text.Append(digits.PadLeft(width, '0'));
    }
}
