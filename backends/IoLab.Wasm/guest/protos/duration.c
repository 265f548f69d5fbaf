/* Duration: years of 365 days, days, hours, minutes, seconds (io-language 5.13). Each part has the sign of the whole. */
#include <math.h>
#include <stdio.h>

#include "../core/number.h"
#include "date.h"

static const double MINUTE = 60, HOUR = 3600, DAY = 86400, YEAR = 365 * 86400.0;

/* How many whole units fit once whole larger units are taken away. */
static double part(double seconds, double unit, double larger) { return trunc(fmod(seconds, larger) / unit); }

#define READ(name, expression) \
    static Value name(Value self, Args a) \
    { \
        (void)a; \
        double s = seconds_of(self); \
        return from_num(expression); \
    }
/* A new part may be more than fits: it carries over. */
#define WRITE(name, unit, expression) \
    static Value name(Value self, Args a) \
    { \
        double s = seconds_of(self), n; \
        return arg_num(a, 0, &n) ? set_seconds(self, s + (n - (expression)) * (unit)) : vm.unwind; \
    }

READ(years, trunc(s / YEAR))
READ(days, part(s, DAY, YEAR))
READ(hours, part(s, HOUR, DAY))
READ(minutes, part(s, MINUTE, HOUR))
READ(seconds, fmod(s, MINUTE))
READ(total, s)
WRITE(set_years, YEAR, trunc(s / YEAR))
WRITE(set_days, DAY, part(s, DAY, YEAR))
WRITE(set_hours, HOUR, part(s, HOUR, DAY))
WRITE(set_minutes, MINUTE, part(s, MINUTE, HOUR))
WRITE(set_second_part, 1, fmod(s, MINUTE))

static Value from_number(Value self, Args a)
{
    double n;
    return arg_num(a, 0, &n) ? set_seconds(self, n) : vm.unwind;
}

static Value longer(Value self, Args a)
{
    return arg_kind(a, 0, K_DURATION) ? set_seconds(self, seconds_of(self) + seconds_of(arg(a, 0))) : vm.unwind;
}

static Value shorter(Value self, Args a)
{
    return arg_kind(a, 0, K_DURATION) ? set_seconds(self, seconds_of(self) - seconds_of(arg(a, 0))) : vm.unwind;
}

static void whole(Buffer *to, double n, int width)
{
    char text[NUMBER_TEXT_MAX];
    if (fabs(n) < 1e15)
        buffer_format(to, "%0*lld", width, (long long)n);
    else
        buffer_add(to, text, number_text(n, text));
}

static void format(Buffer *to, const char *directives, size_t length, double s)
{
    for (size_t i = 0; i < length; i++) {
        char text[400];
        if (directives[i] != '%' || i + 1 == length) {
            buffer_char(to, directives[i]);
            continue;
        }
        switch (directives[++i]) {
        case 'Y': whole(to, trunc(s / YEAR), 1); break;
        case 'y': whole(to, trunc(s / YEAR), 4); break;
        case 'd': whole(to, part(s, DAY, YEAR), 2); break;
        case 'H': whole(to, part(s, HOUR, DAY), 2); break;
        case 'M': whole(to, part(s, MINUTE, HOUR), 2); break;
        case 'S': buffer_add(to, text, number_text_fixed(fmod(s, MINUTE), 0, 6, text)); break;
        default:
            buffer_char(to, '%');
            buffer_char(to, directives[i]);
        }
    }
}

static Value as_string(Value self, Args a)
{
    static const char usual[] = "%Y years %d days %H:%M:%S";
    Text t = {usual, sizeof usual - 1, NULL};
    Buffer text = {0};
    if (a.count) {
        Seq *given = arg_seq(a, 0);
        if (!given)
            return vm.unwind;
        t = seq_utf8(given);
    }
    format(&text, t.data, t.length, seconds_of(self));
    text_free(&t);
    return from_ref(seq_from_buffer(&text));
}

static void make(Object *self)
{
    set_seconds(from_ref(self), 0);
}

static Prim prims[] = {
    EAGER("years", years), EAGER("days", days), EAGER("hours", hours), EAGER("minutes", minutes), EAGER("seconds", seconds), EAGER("asNumber", total),
    EAGER("totalSeconds", total), EAGER("setYears", set_years), EAGER("setDays", set_days), EAGER("setHours", set_hours),
    EAGER("setMinutes", set_minutes), EAGER("setSeconds", set_second_part), EAGER("fromNumber", from_number), EAGER("+=", longer), EAGER("-=", shorter),
    EAGER("asString", as_string),
};

const Proto duration_proto = {"Duration", NULL, K_DURATION, false, TABLE(prims), make};
