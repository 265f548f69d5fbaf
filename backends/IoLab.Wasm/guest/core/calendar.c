#include "calendar.h"

#include <stdbool.h>

enum { DAY = 86400 };

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

static bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int64_t year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 1970-01-01 to the first of January; 477 leap days are before 1970. */
static int64_t year_begin(int64_t year)
{
    int64_t past = year - 1;
    return 365 * (year - 1970) + floor_div(past, 4) - floor_div(past, 100) + floor_div(past, 400) - 477;
}

static int64_t days_of(const Civil *c)
{
    int64_t days = year_begin(c->year) + c->day - 1;
    for (int month = 1; month < c->month; month++)
        days += days_in_month(c->year, month);
    return days;
}

Civil civil_of_epoch(int64_t seconds)
{
    int64_t days = floor_div(seconds, DAY);
    int rest = (int)(seconds - days * DAY);
    Civil c = {.year = 1970 + floor_div(days * 400, 146097), .month = 1, .hour = rest / 3600, .minute = rest / 60 % 60, .second = rest % 60};
    while (year_begin(c.year) > days)
        c.year--;
    while (year_begin(c.year + 1) <= days)
        c.year++;
    int left = (int)(days - year_begin(c.year));
    for (; left >= days_in_month(c.year, c.month); c.month++)
        left -= days_in_month(c.year, c.month);
    c.day = left + 1;
    return c;
}

int64_t civil_to_epoch(const Civil *c) { return days_of(c) * DAY + c->hour * 3600 + c->minute * 60 + c->second; }

int day_of_week(const Civil *c)
{
    int64_t day = days_of(c) + 4; /* 1970 began on a Thursday */
    return (int)(day - floor_div(day, 7) * 7);
}

int day_of_year(const Civil *c) { return (int)(days_of(c) - year_begin(c->year)); }

int iso_week(const Civil *c, int64_t *year)
{
    Civil thursday = civil_of_epoch((days_of(c) - (day_of_week(c) + 6) % 7 + 3) * DAY);
    *year = thursday.year;
    return day_of_year(&thursday) / 7 + 1;
}
