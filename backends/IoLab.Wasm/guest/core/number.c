/* printf of the C library writes the exact binary value; integers, which are most, have a path of their own. */
#include "number.h"

#include <math.h>
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

double number_parse(const char *text, size_t length, size_t *used)
{
    char near[128], *copy = near, *end;
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
