/* printf of the C library writes the exact binary value; integers, which are most, have a path of their own. */
#include "number.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static size_t integer_text(double d, char *to)
{
    char digits[24];
    size_t n = 0, length = 0;
    uint64_t u = (uint64_t)(d < 0 ? -d : d);
    do
        digits[n++] = (char)('0' + u % 10);
    while (u /= 10);
    if (d < 0)
        to[length++] = '-';
    while (n)
        to[length++] = digits[--n];
    to[length] = 0;
    return length;
}

size_t number_text(double d, char *to)
{
    if (isnan(d))
        return (size_t)sprintf(to, "nan");
    if (isinf(d))
        return (size_t)sprintf(to, d > 0 ? "inf" : "-inf");
    if (fabs(d) > 9223372036854775808.0)
        return (size_t)sprintf(to, "%e", d);
    if (d == floor(d))
        return integer_text(d, to);
    size_t length = (size_t)sprintf(to, "%.16f", d);
    while (to[length - 1] == '0')
        length--;
    if (to[length - 1] == '.')
        length--;
    to[length] = 0;
    return length;
}

size_t number_text_fixed(double d, int width, int decimals, char *to)
{
    if (isnan(d))
        return (size_t)sprintf(to, "%*s", width, "nan");
    return (size_t)sprintf(to, "%*.*f", width, decimals, d);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Digits with at most one point between them, so few that both they and the power of ten are exact, and nothing behind that could belong to them. */
static bool parse_plain(const char *text, size_t length, double *number, size_t *used)
{
    enum { MOST_DIGITS = 15 };
    static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    size_t at = length && text[0] == '-', digits = 0, decimals = 0;
    uint64_t u = 0;
    for (; at < length && is_digit(text[at]) && digits <= MOST_DIGITS; at++, digits++)
        u = u * 10 + (uint64_t)(text[at] - '0');
    if (digits && at + 1 < length && text[at] == '.' && is_digit(text[at + 1])) {
        for (at++; at < length && is_digit(text[at]) && digits <= MOST_DIGITS; at++, digits++, decimals++)
            u = u * 10 + (uint64_t)(text[at] - '0');
    }
    if (!digits || digits > MOST_DIGITS || (at < length && !(text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == ',')))
        return false;
    double d = (double)u / powers[decimals];
    *number = text[0] == '-' ? -d : d;
    *used = at;
    return true;
}

double number_parse(const char *text, size_t length, size_t *used)
{
    char near[128], *copy = near, *end;
    double plain;
    if (parse_plain(text, length, &plain, used))
        return plain;
    if (length >= sizeof near) {
        copy = malloc(length + 1);
        if (!copy)
            return 0;
    }
    memcpy(copy, text, length);
    copy[length] = 0;
    double d = strtod(copy, &end);
    *used = (size_t)(end - copy);
    if (copy != near)
        free(copy);
    return d != d ? fabs(d) : d;
}
