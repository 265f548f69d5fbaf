namespace IoLab.Runtime.Protos.Date;

/// <summary>A point of the proleptic Gregorian calendar in UTC, in whole seconds. Any year: .NET's own dates end at 9999.</summary>
internal readonly record struct CivilTime(long Year, int Month, int Day, int Hour, int Minute, int Second)
{
    private const long SecondsPerDay = 86_400;
    private const long DaysPer400Years = 146_097;
    /// <summary>Days from 0000-03-01, where 400-year cycles of March-based years begin, to 1970-01-01.</summary>
    private const long EpochDay = 719_468;

    /// <summary>Splits seconds since the epoch.</summary>
    public static CivilTime FromEpoch(long seconds)
    {
        var days = FloorDivide(seconds, SecondsPerDay);
        var rest = (int)(seconds - days * SecondsPerDay);
        var (year, month, day) = FromDays(days);
        return new CivilTime(year, month, day, rest / 3600, rest / 60 % 60, rest % 60);
    }

    // Years are counted from March here, so that the leap day is a year's last.
    private static (long Year, int Month, int Day) FromDays(long days)
    {
        days += EpochDay;
        var cycle = FloorDivide(days, DaysPer400Years);
        var dayOfCycle = (int)(days - cycle * DaysPer400Years);
        var yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        var dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        var march = (5 * dayOfYear + 2) / 153;
        var month = march < 10 ? march + 3 : march - 9;
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1);
    }

    private static long ToDays(long year, int month, int day)
    {
        if (month <= 2)
            year--;
        var cycle = FloorDivide(year, 400);
        var yearOfCycle = year - cycle * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return cycle * DaysPer400Years + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - EpochDay;
    }

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((b - 1 - a) / b);

    /// <summary>Seconds since the epoch. A day past the month's end counts on into the next month.</summary>
    public long ToEpoch() => ToDays(Year, Month, Day) * SecondsPerDay + Hour * 3600L + Minute * 60L + Second;

    /// <summary>How many days its month has.</summary>
    public int DaysInMonth => Month switch
    {
        2 => Year % 4 == 0 && (Year % 100 != 0 || Year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>0 is Sunday.</summary>
    public int DayOfWeek => (int)(((ToDays(Year, Month, Day) + 4) % 7 + 7) % 7);

    /// <summary>0 is the first of January.</summary>
    public int DayOfYear => (int)(ToDays(Year, Month, Day) - ToDays(Year, 1, 1));

    /// <summary>The year and number of the ISO 8601 week: the one that holds this week's Thursday.</summary>
    public (long Year, int Week) IsoWeek
    {
        get
        {
            var thursday = FromDays(ToDays(Year, Month, Day) - (DayOfWeek + 6) % 7 + 3);
            var dayOfYear = ToDays(thursday.Year, thursday.Month, thursday.Day) - ToDays(thursday.Year, 1, 1);
            return (thursday.Year, (int)(dayOfYear / 7) + 1);
        }
    }
}
