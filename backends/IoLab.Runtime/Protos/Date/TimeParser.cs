namespace IoLab.Runtime.Protos.Date;

/// <summary>
/// Reads dates with the directives of C's strptime. Blanks in the format match any white space; text after the last directive is ignored. What
/// the format does not name is that of 1970-01-01 00:00:00 UTC.
/// </summary>
internal sealed class TimeParser(string text)
{
    private int _at;
    private long _year = 1970;
    private int _month = 1, _day = 1, _hour, _minute, _second;
    private int? _dayOfYear;
    private bool? _isAfternoon;
    private long? _epoch;
    private int _offsetMinutes;

    /// <summary>Seconds since the epoch. False when the text does not fit the format.</summary>
    public static bool TryParse(string text, string format, out long seconds)
    {
        var parser = new TimeParser(text);
        var fits = parser.Follow(format);
        seconds = fits ? parser.Result() : 0;
        return fits;
    }

    private long Result()
    {
        if (_epoch is { } epoch)
            return epoch;
        var hour = _isAfternoon is { } afternoon ? _hour % 12 + (afternoon ? 12 : 0) : _hour;
        var time = _dayOfYear is { } day ? new CivilTime(_year, 1, day, hour, _minute, _second) : new CivilTime(_year, _month, _day, hour, _minute, _second);
        return time.ToEpoch() - _offsetMinutes * 60L;
    }

    private bool Follow(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            bool fits;
            if (char.IsWhiteSpace(format[i]))
                fits = SkipBlanks();
            else if (format[i] != '%' || i + 1 == format.Length)
                fits = Literal(format[i]);
            else if (TimeFormat.Expansion(format[++i]) is { } expansion)
                fits = Follow(expansion);
            else
                fits = Directive(format[i]);
            if (!fits)
                return false;
        }
        return true;
    }

    private bool SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return true;
    }

    private bool Literal(char c)
    {
        if (_at == text.Length || text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private bool Directive(char directive)
    {
        switch (directive)
        {
            case 'a' or 'A': return Name(TimeFormat.Days, out _);
            case 'b' or 'B' or 'h': return Name(TimeFormat.Months, out var month) && Set(ref _month, month + 1);
            case 'd' or 'e': return Number(2, 1, 31, out var day) && Set(ref _day, (int)day);
            case 'H' or 'k': return Number(2, 0, 23, out var hour) && Set(ref _hour, (int)hour);
            case 'I' or 'l': return Number(2, 1, 12, out var hour12) && Set(ref _hour, (int)hour12);
            case 'j': return Number(3, 1, 366, out var dayOfYear) && Set(ref _dayOfYear, (int)dayOfYear);
            case 'm': return Number(2, 1, 12, out var number) && Set(ref _month, (int)number);
            case 'M': return Number(2, 0, 59, out var minute) && Set(ref _minute, (int)minute);
            case 'S': return Number(2, 0, 60, out var second) && Set(ref _second, (int)second);
            case 'p' or 'P': return Name(["AM", "PM"], out var half) && Set(ref _isAfternoon, half == 1);
            case 'y': return Number(2, 0, 99, out var short_) && Set(ref _year, short_ < 69 ? 2000 + short_ : 1900 + short_);
            case 'Y': return Number(4, 0, 9999, out _year);
            case 's': return Number(18, 0, long.MaxValue, out var epoch) && Set(ref _epoch, epoch);
            case 'u' or 'w': return Number(1, 0, 7, out _);
            case 'U' or 'W' or 'V': return Number(2, 0, 53, out _);
            case 'z': return Offset();
            case 'Z': return Zone();
            case 'n' or 't': return SkipBlanks();
            default: return Literal(directive);
        }
    }

    private static bool Set<T>(ref T field, T value)
    {
        field = value;
        return true;
    }

    private bool Number(int maxDigits, long least, long most, out long number)
    {
        SkipBlanks();
        number = 0;
        var start = _at;
        while (_at < text.Length && _at - start < maxDigits && char.IsAsciiDigit(text[_at]))
            number = number * 10 + (text[_at++] - '0');
        return _at > start && number >= least && number <= most;
    }

    private bool Name(string[] names, out int index)
    {
        for (index = 0; index < names.Length; index++)
        {
            if (Starts(names[index]) || (names[index].Length > 3 && Starts(names[index][..3])))
                return true;
        }
        return false;
    }

    private bool Starts(string name)
    {
        if (!text.AsSpan(_at).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            return false;
        _at += name.Length;
        return true;
    }

    private bool Offset()
    {
        if (_at == text.Length || text[_at] is not ('+' or '-'))
            return false;
        var sign = text[_at++] == '-' ? -1 : 1;
        if (!Number(2, 0, 23, out var hours))
            return false;
        if (_at < text.Length && text[_at] == ':')
            _at++;
        if (!Number(2, 0, 59, out var minutes))
            return false;
        _offsetMinutes = sign * (int)(hours * 60 + minutes);
        return true;
    }

    private bool Zone()
    {
        while (_at < text.Length && char.IsAsciiLetter(text[_at]))
            _at++;
        return true;
    }
}
