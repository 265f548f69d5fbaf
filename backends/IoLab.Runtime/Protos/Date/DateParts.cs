using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Date;

/// <summary>Reading and setting the calendar's parts of a date.</summary>
internal static class DateParts
{
    /// <summary>The receiver's data.</summary>
    public static DatePayload Of(Value self) => (DatePayload)self.Ref!.Payload!;

    public static Value Year(Vm vm, Value self, in Args args) => Of(self).Civil.Year;

    public static Value Month(Vm vm, Value self, in Args args) => Of(self).Civil.Month;

    public static Value Day(Vm vm, Value self, in Args args) => Of(self).Civil.Day;

    public static Value Hour(Vm vm, Value self, in Args args) => Of(self).Civil.Hour;

    public static Value Minute(Vm vm, Value self, in Args args) => Of(self).Civil.Minute;

    public static Value Second(Vm vm, Value self, in Args args) => Of(self).Civil.Second + Fraction(Of(self));

    private static double Fraction(DatePayload date) => double.IsFinite(date.Seconds) ? date.Seconds - Math.Floor(date.Seconds) : 0;

    public static Value SetYear(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        return Math.Abs(n) < 1e7
            ? Set(vm, self, Of(self).Civil with { Year = (long)n })
            : vm.Raise("Io Assertion 'year must be within range -9999999-9999999'", args.Message);
    }

    public static Value SetMonth(Vm vm, Value self, in Args args) =>
        TryPart(vm, args, "month", 1, 12, out var n, out var error) ? Set(vm, self, Of(self).Civil with { Month = n }) : error;

    public static Value SetDay(Vm vm, Value self, in Args args) =>
        TryPart(vm, args, "day", 1, Of(self).Civil.DaysInMonth, out var n, out var error) ? Set(vm, self, Of(self).Civil with { Day = n }) : error;

    public static Value SetHour(Vm vm, Value self, in Args args) =>
        TryPart(vm, args, "hour", 0, 23, out var n, out var error) ? Set(vm, self, Of(self).Civil with { Hour = n }) : error;

    public static Value SetMinute(Vm vm, Value self, in Args args) =>
        TryPart(vm, args, "minute", 0, 59, out var n, out var error) ? Set(vm, self, Of(self).Civil with { Minute = n }) : error;

    /// <summary>Sets the second and drops the fraction.</summary>
    public static Value SetSecond(Vm vm, Value self, in Args args)
    {
        if (!TryPart(vm, args, "second", 0, 59, out var n, out var error))
            return error;
        Change(vm, self, (Of(self).Civil with { Second = n }).ToEpoch());
        return self;
    }

    private static bool TryPart(Vm vm, in Args args, string name, int least, int most, out int part, out Value error)
    {
        part = 0;
        if (!args.TryNumber(vm, 0, out var n, out error))
            return false;
        if (n > least - 1 && n < most + 1 && !(least == 1 && n < 1))
        {
            part = (int)n;
            return true;
        }
        error = vm.Raise($"Io Assertion '{name} must be within range {least}-{most}'", args.Message);
        return false;
    }

    private static Value Set(Vm vm, Value self, CivilTime time)
    {
        if (vm.Mutants.Has(Mutant.MonthClampsDay))
            time = time with { Day = Math.Min(time.Day, time.DaysInMonth) };
        Change(vm, self, time.ToEpoch() + Fraction(Of(self)));
        return self;
    }

    /// <summary>Gives a date another moment.</summary>
    public static void Change(Vm vm, Value self, double seconds)
    {
        vm.Journal.SavePayload(self.Ref!);
        Of(self).Seconds = seconds;
    }

    /// <summary>Negative parts count from the end, as in the reference.</summary>
    public static Value IsValidTime(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 2, out var second, out var error) || !args.TryNumber(vm, 1, out var minute, out error) || !args.TryNumber(vm, 0, out var hour, out error))
            return error;
        return vm.Bool(Math.Truncate(hour) is >= -24 and < 24 && Math.Truncate(minute) is >= -60 and < 60 && Math.Truncate(second) is >= -60 and < 60);
    }
}
