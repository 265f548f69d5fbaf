/* Dates as text and back. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "date.h"

const char *const day_names[7] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
const char *const month_names[12] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
};

const char *time_expansion(char directive)
{
    switch (directive) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x': return "%m/%d/%y";
    case 'F': return "%Y-%m-%d";
    case 'R': return "%H:%M";
    case 'r': return "%I:%M:%S %p";
    case 'T':
    case 'X': return "%H:%M:%S";
    default: return NULL;
    }
}

/* ---- writing ---- */

/* The sign comes before the padding and does not count. */
static void number(Buffer *to, int64_t n, int digits, char pad)
{
    char text[24];
    int length = snprintf(text, sizeof text, "%lld", (long long)llabs(n));
    if (n < 0)
        buffer_char(to, '-');
    for (; length < digits; digits--)
        buffer_char(to, pad);
    buffer_add(to, text, (size_t)length);
}

static void digits_of(Buffer *to, int64_t n, int digits) { number(to, n, digits, '0'); }

static void directive(Buffer *to, char d, const Civil *c, int64_t seconds)
{
    int weekday = day_of_week(c), hour12 = (c->hour + 11) % 12 + 1;
    int64_t week_year;
    int week = iso_week(c, &week_year);
    switch (d) {
    case 'a': buffer_add(to, day_names[weekday], 3); break;
    case 'A': buffer_text(to, day_names[weekday]); break;
    case 'b':
    case 'h': buffer_add(to, month_names[c->month - 1], 3); break;
    case 'B': buffer_text(to, month_names[c->month - 1]); break;
    case 'C': digits_of(to, c->year / 100, 2); break;
    case 'd': digits_of(to, c->day, 2); break;
    case 'e': number(to, c->day, 2, ' '); break;
    case 'g': digits_of(to, week_year % 100, 2); break;
    case 'G': digits_of(to, week_year, 4); break;
    case 'H': digits_of(to, c->hour, 2); break;
    case 'I': digits_of(to, hour12, 2); break;
    case 'j': digits_of(to, day_of_year(c) + 1, 3); break;
    case 'k': number(to, c->hour, 2, ' '); break;
    case 'l': number(to, hour12, 2, ' '); break;
    case 'm': digits_of(to, c->month, 2); break;
    case 'M': digits_of(to, c->minute, 2); break;
    case 'n': buffer_char(to, '\n'); break;
    case 'p': buffer_text(to, c->hour < 12 ? "AM" : "PM"); break;
    case 'P': buffer_text(to, c->hour < 12 ? "am" : "pm"); break;
    case 's': digits_of(to, seconds, 1); break;
    case 'S': digits_of(to, c->second, 2); break;
    case 't': buffer_char(to, '\t'); break;
    case 'u': digits_of(to, (weekday + 6) % 7 + 1, 1); break;
    case 'U': digits_of(to, (day_of_year(c) + 7 - weekday) / 7, 2); break;
    case 'V': digits_of(to, week, 2); break;
    case 'w': digits_of(to, weekday, 1); break;
    case 'W': digits_of(to, (day_of_year(c) + 7 - (weekday + 6) % 7) / 7, 2); break;
    case 'y': digits_of(to, (c->year % 100 + 100) % 100, 2); break;
    case 'Y': digits_of(to, c->year, 4); break;
    case 'z': buffer_text(to, "+0000"); break;
    case 'Z': buffer_text(to, "UTC"); break;
    case '%': buffer_char(to, '%'); break;
    default:
        buffer_char(to, '%');
        buffer_char(to, d);
    }
}

static void format_civil(Buffer *to, const char *format, size_t length, const Civil *c, int64_t seconds)
{
    for (size_t i = 0; i < length; i++) {
        if (format[i] != '%' || i + 1 == length) {
            buffer_char(to, format[i]);
            continue;
        }
        const char *longer = time_expansion(format[++i]);
        if (longer)
            format_civil(to, longer, strlen(longer), c, seconds); /* expansions do not nest */
        else
            directive(to, format[i], c, seconds);
    }
}

void format_time(Buffer *to, const char *format, size_t length, int64_t seconds)
{
    Civil c = civil_of_epoch(seconds);
    format_civil(to, format, length, &c, seconds);
}

/* ---- reading: what the format does not name is that of 1970-01-01 00:00:00 ---- */

typedef struct Reader {
    const char *at, *end;
    Civil c;
    int64_t day_of_year, epoch, offset_minutes; /* the day is 0 when none was read */
    bool has_epoch, has_half, is_afternoon;
} Reader;

static bool blanks(Reader *r)
{
    while (r->at < r->end && isspace((unsigned char)*r->at))
        r->at++;
    return true;
}

static bool literal(Reader *r, char c)
{
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static bool digits(Reader *r, int most_digits, int64_t least, int64_t most, int64_t *to)
{
    blanks(r);
    const char *start = r->at;
    int64_t n = 0;
    while (r->at < r->end && r->at - start < most_digits && isdigit((unsigned char)*r->at))
        n = n * 10 + (*r->at++ - '0');
    *to = n;
    return r->at > start && n >= least && n <= most;
}

static bool small(Reader *r, int least, int most, int *to)
{
    int64_t n;
    bool fits = digits(r, 2, least, most, &n);
    if (fits)
        *to = (int)n;
    return fits;
}

static bool starts(Reader *r, const char *name, size_t length)
{
    if ((size_t)(r->end - r->at) < length || strncasecmp(r->at, name, length) != 0)
        return false;
    r->at += length;
    return true;
}

static bool name_of(Reader *r, const char *const *names, int count, int *index)
{
    for (*index = 0; *index < count; ++*index) {
        if (starts(r, names[*index], strlen(names[*index])) || starts(r, names[*index], strlen(names[*index]) > 3 ? 3 : strlen(names[*index])))
            return true;
    }
    return false;
}

static bool zone_offset(Reader *r)
{
    if (r->at == r->end || (*r->at != '+' && *r->at != '-'))
        return false;
    int sign = *r->at++ == '-' ? -1 : 1;
    int64_t hours, minutes;
    if (!digits(r, 2, 0, 23, &hours))
        return false;
    if (r->at < r->end && *r->at == ':')
        r->at++;
    if (!digits(r, 2, 0, 59, &minutes))
        return false;
    r->offset_minutes = sign * (hours * 60 + minutes);
    return true;
}

static bool zone_name(Reader *r)
{
    while (r->at < r->end && isalpha((unsigned char)*r->at))
        r->at++;
    return true;
}

static bool half_day(Reader *r)
{
    static const char *const halves[] = {"AM", "PM"};
    int half;
    if (!name_of(r, halves, 2, &half))
        return false;
    r->has_half = true;
    r->is_afternoon = half == 1;
    return true;
}

static bool read_directive(Reader *r, char d)
{
    int64_t n;
    int index;
    switch (d) {
    case 'a':
    case 'A': return name_of(r, day_names, 7, &index);
    case 'b':
    case 'B':
    case 'h':
        if (!name_of(r, month_names, 12, &index))
            return false;
        r->c.month = index + 1;
        return true;
    case 'd':
    case 'e': return small(r, 1, 31, &r->c.day);
    case 'H':
    case 'k': return small(r, 0, 23, &r->c.hour);
    case 'I':
    case 'l': return small(r, 1, 12, &r->c.hour);
    case 'j': return digits(r, 3, 1, 366, &r->day_of_year);
    case 'm': return small(r, 1, 12, &r->c.month);
    case 'M': return small(r, 0, 59, &r->c.minute);
    case 'S': return small(r, 0, 60, &r->c.second);
    case 'p':
    case 'P': return half_day(r);
    case 'y':
        if (!digits(r, 2, 0, 99, &n))
            return false;
        r->c.year = n < 69 ? 2000 + n : 1900 + n;
        return true;
    case 'Y': return digits(r, 4, 0, 9999, &r->c.year);
    case 's':
        if (!digits(r, 18, 0, INT64_MAX, &r->epoch))
            return false;
        return r->has_epoch = true;
    case 'u':
    case 'w': return digits(r, 1, 0, 7, &n);
    case 'U':
    case 'W':
    case 'V': return digits(r, 2, 0, 53, &n);
    case 'z': return zone_offset(r);
    case 'Z': return zone_name(r);
    case 'n':
    case 't': return blanks(r);
    default: return literal(r, d);
    }
}

static bool follow(Reader *r, const char *format, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool fits;
        const char *longer;
        if (isspace((unsigned char)format[i]))
            fits = blanks(r);
        else if (format[i] != '%' || i + 1 == length)
            fits = literal(r, format[i]);
        else if ((longer = time_expansion(format[++i])))
            fits = follow(r, longer, strlen(longer));
        else
            fits = read_directive(r, format[i]);
        if (!fits)
            return false;
    }
    return true;
}

bool parse_time(Text text, Text format, int64_t *seconds)
{
    Reader r = {.at = text.data, .end = text.data + text.length, .c = {1970, 1, 1, 0, 0, 0}};
    if (!follow(&r, format.data, format.length))
        return false;
    if (r.has_epoch) {
        *seconds = r.epoch;
        return true;
    }
    if (r.has_half)
        r.c.hour = r.c.hour % 12 + (r.is_afternoon ? 12 : 0);
    if (r.day_of_year) {
        r.c.month = 1;
        r.c.day = (int)r.day_of_year;
    }
    *seconds = civil_to_epoch(&r.c) - r.offset_minutes * 60;
    return true;
}
