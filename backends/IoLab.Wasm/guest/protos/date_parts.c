/* The calendar's parts of a date. */
#include <math.h>

#include "date.h"

int64_t whole_seconds(double seconds) { return fabs(seconds) < 1e15 ? (int64_t)floor(seconds) : 0; }

static Civil civil_of(Value self) { return civil_of_epoch(whole_seconds(seconds_of(self))); }

static double fraction_of(Value self)
{
    double seconds = seconds_of(self);
    return isfinite(seconds) ? seconds - floor(seconds) : 0;
}

#define PART(name, expression) \
    static Value name(Value self, Args a) \
    { \
        (void)a; \
        Civil c = civil_of(self); \
        return from_num((double)(expression)); \
    }

PART(year, c.year)
PART(month, c.month)
PART(day, c.day)
PART(hour, c.hour)
PART(minute, c.minute)
PART(second, c.second + fraction_of(self))

static bool part_arg(Args a, const char *name, int least, int most, int *part)
{
    double d;
    if (!arg_num(a, 0, &d))
        return false;
    if (d < most + 1 && (d >= least || (least == 0 && d > -1))) {
        *part = (int)d;
        return true;
    }
    raise_error(a.message, "Io Assertion '%s must be within range %d-%d'", name, least, most);
    return false;
}

static Value with_fraction(Value self, const Civil *c) { return set_seconds(self, (double)civil_to_epoch(c) + fraction_of(self)); }

static Value set_year(Value self, Args a)
{
    double d;
    Civil c = civil_of(self);
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    if (!(fabs(d) < 1e7))
        return raise_error(a.message, "Io Assertion 'year must be within range -9999999-9999999'");
    c.year = (int64_t)d;
    return with_fraction(self, &c);
}

#define SET_PART(name, field, text, least, most) \
    static Value name(Value self, Args a) \
    { \
        Civil c = civil_of(self); \
        return part_arg(a, text, least, most, &c.field) ? with_fraction(self, &c) : vm.unwind; \
    }

SET_PART(set_month, month, "month", 1, 12)
SET_PART(set_day, day, "day", 1, days_in_month(c.year, c.month))
SET_PART(set_hour, hour, "hour", 0, 23)
SET_PART(set_minute, minute, "minute", 0, 59)

/* Drops the fraction. */
static Value set_second(Value self, Args a)
{
    Civil c = civil_of(self);
    return part_arg(a, "second", 0, 59, &c.second) ? set_seconds(self, (double)civil_to_epoch(&c)) : vm.unwind;
}

/* Negative parts count from the end. */
static Value is_valid_time(Value self, Args a)
{
    double h, m, s;
    (void)self;
    if (!arg_num(a, 2, &s) || !arg_num(a, 1, &m) || !arg_num(a, 0, &h))
        return vm.unwind;
    return bool_value(h > -25 && h < 24 && m > -61 && m < 60 && s > -61 && s < 60);
}

static Prim prims[] = {
    EAGER("year", year), EAGER("month", month), EAGER("day", day), EAGER("hour", hour), EAGER("minute", minute), EAGER("second", second),
    EAGER("setYear", set_year), EAGER("setMonth", set_month), EAGER("setDay", set_day), EAGER("setHour", set_hour), EAGER("setMinute", set_minute),
    EAGER("setSecond", set_second), EAGER("isValidTime", is_valid_time),
};

const Proto date_parts_proto = {"Date", NULL, K_DATE, false, TABLE(prims), NULL};
