/* The values of literal tokens. */
#include <math.h>
#include <stdlib.h>

#include "../core/fail.h"
#include "../core/number.h"
#include "message.h"

Value decode_number(const char *text, size_t length)
{
    size_t used;
    return from_num(number_parse(text, length, &used));
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The leading digits behind 0x, rounded to nearest even. */
Value decode_hex(const char *text, size_t length)
{
    uint64_t mantissa = 0;
    int digits = 0, dropped = 0;
    for (size_t i = 2; i < length && digit_of(text[i]) >= 0; i++) {
        uint64_t digit = (uint64_t)digit_of(text[i]);
        if (digits < 15) {
            mantissa = mantissa << 4 | digit;
            if (mantissa)
                digits++;
        } else {
            dropped++;
            if (digit)
                mantissa |= 1; /* only breaks ties */
        }
    }
    return from_num(ldexp((double)mantissa, 4 * dropped));
}

/* Takes one UTF-8 character at *at; *widest remembers how many bytes the longest had. */
static uint32_t take_character(const char *text, size_t *at, uint32_t *widest)
{
    unsigned char c = (unsigned char)text[(*at)++];
    uint32_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    uint32_t point = n == 1 ? c : c & (0x7Fu >> n);
    for (uint32_t i = 1; i < n; i++)
        point = point << 6 | ((unsigned char)text[(*at)++] & 0x3F);
    if (n > *widest)
        *widest = n;
    return point;
}

static bool has_four_digits(const char *text, size_t length)
{
    return length >= 4 && digit_of(text[0]) >= 0 && digit_of(text[1]) >= 0 && digit_of(text[2]) >= 0 && digit_of(text[3]) >= 0;
}

/* The text between the quotes. */
Value decode_text(const char *text, size_t length, bool escapes)
{
    if (!escapes || !memchr(text, '\\', length))
        return symbol_value(symbol_of(text, length));
    uint32_t *items = malloc((length + 1) * sizeof *items);
    if (!items)
        fail_out_of_memory();
    uint32_t count = 0, widest = 1;
    for (size_t i = 0; i < length;) {
        if (text[i] != '\\' || i + 1 == length) {
            items[count++] = take_character(text, &i, &widest);
            continue;
        }
        static const char names[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
        char c = text[++i];
        const char *place = strchr(names, c);
        if (place && c) {
            items[count++] = (uint32_t)values[place - names];
            i++;
        } else if (c >= '0' && c <= '9') {
            items[count++] = (uint32_t)(c - '0');
            i++;
        } else if (c == 'x' && i + 1 < length && digit_of(text[i + 1]) >= 0) {
            uint32_t value = (uint32_t)digit_of(text[++i]);
            if (i + 1 < length && digit_of(text[i + 1]) >= 0)
                value = value * 16 + (uint32_t)digit_of(text[++i]);
            items[count++] = value;
            i++;
        } else if (c == 'u' && has_four_digits(text + i + 1, length - i - 1)) {
            uint32_t value = 0;
            for (int k = 0; k < 4; k++)
                value = value << 4 | (uint32_t)digit_of(text[++i]);
            uint32_t bytes = value < 0x80 ? 1 : value < 0x800 ? 2 : 3;
            widest = bytes > widest ? bytes : widest;
            items[count++] = value;
            i++;
        } else {
            items[count++] = take_character(text, &i, &widest);
        }
    }
    ItemType type = widest == 1 ? ITEM_UINT8 : widest == 2 ? ITEM_UINT16 : ITEM_UINT32;
    Seq *s = seq_new(type, widest == 1 ? ENC_ASCII : widest == 2 ? ENC_UCS2 : ENC_UCS4, count, false);
    for (uint32_t i = 0; i < count; i++)
        seq_put(s, i, items[i]);
    free(items);
    return from_ref(s);
}
