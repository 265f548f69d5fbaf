#include "wire.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "../core/fail.h"

enum { LONGEST_TEXT = 1 << 20 };

/* ---- reading ---- */

static const uint8_t *take(Wire *w, size_t count)
{
    static const uint8_t zeros[8];
    if (w->is_bad || (size_t)(w->end - w->at) < count) {
        w->is_bad = true;
        return zeros;
    }
    const uint8_t *bytes = w->at;
    w->at += count;
    return bytes;
}

bool wire_flag(Wire *w)
{
    uint8_t flag = *take(w, 1);
    w->is_bad |= flag > 1;
    return flag == 1;
}

int32_t wire_int(Wire *w)
{
    int32_t value;
    memcpy(&value, take(w, sizeof value), sizeof value);
    return value;
}

int64_t wire_long(Wire *w)
{
    int64_t value;
    memcpy(&value, take(w, sizeof value), sizeof value);
    return value;
}

double wire_double(Wire *w)
{
    double value;
    memcpy(&value, take(w, sizeof value), sizeof value);
    return value;
}

uint32_t wire_count(Wire *w, size_t item_size)
{
    int32_t count = wire_int(w);
    if (!w->is_bad && count >= 0 && (size_t)count <= (size_t)(w->end - w->at) / item_size)
        return (uint32_t)count;
    w->is_bad = true;
    return 0;
}

static void add_utf8(Buffer *b, uint32_t c)
{
    if (c < 0x80) {
        buffer_char(b, (char)c);
    } else if (c < 0x800) {
        buffer_char(b, (char)(0xC0 | c >> 6));
        buffer_char(b, (char)(0x80 | (c & 63)));
    } else if (c < 0x10000) {
        buffer_char(b, (char)(0xE0 | c >> 12));
        buffer_char(b, (char)(0x80 | (c >> 6 & 63)));
        buffer_char(b, (char)(0x80 | (c & 63)));
    } else {
        buffer_char(b, (char)(0xF0 | c >> 18));
        buffer_char(b, (char)(0x80 | (c >> 12 & 63)));
        buffer_char(b, (char)(0x80 | (c >> 6 & 63)));
        buffer_char(b, (char)(0x80 | (c & 63)));
    }
}

char *wire_text(Wire *w, size_t *length)
{
    uint32_t count = wire_count(w, 2);
    const uint8_t *units = take(w, 2 * (size_t)count);
    Buffer b = {0};
    if (w->is_bad)
        count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t c = units[2 * i] | (uint32_t)units[2 * i + 1] << 8;
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < count) {
            uint32_t low = units[2 * i + 2] | (uint32_t)units[2 * i + 3] << 8;
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i++;
            }
        }
        add_utf8(&b, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
    if (length)
        *length = b.length;
    buffer_char(&b, 0);
    return b.data;
}

char *wire_optional_text(Wire *w) { return wire_flag(w) ? wire_text(w, NULL) : NULL; }

bool frame_bytes(void *to, size_t length)
{
    for (char *at = to; length;) {
        ssize_t count = read(0, at, length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        at += count;
        length -= (size_t)count;
    }
    return true;
}

bool frame_header(uint8_t *kind, uint32_t *length)
{
    uint8_t header[FRAME_HEADER];
    if (!frame_bytes(header, sizeof header))
        return false;
    memcpy(length, header, 4);
    *kind = header[4];
    return true;
}

/* ---- writing ---- */

static Buffer frame;

void frame_begin(WordKind kind)
{
    frame.length = 0;
    put_int(0);
    buffer_char(&frame, (char)kind);
}

void put_flag(bool flag) { buffer_char(&frame, flag); }
void put_int(int32_t value) { buffer_add(&frame, &value, sizeof value); }
void put_long(int64_t value) { buffer_add(&frame, &value, sizeof value); }
void put_double(double value) { buffer_add(&frame, &value, sizeof value); }
void put_bytes(const void *data, size_t length) { buffer_add(&frame, data, length); }

static void put_unit(uint32_t unit)
{
    buffer_char(&frame, (char)unit);
    buffer_char(&frame, (char)(unit >> 8));
}

/* One character of UTF-8 and its length, or U+FFFD for a byte that begins none. */
static uint32_t character_at(const uint8_t *text, size_t left, size_t *size)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint8_t first = text[0];
    *size = first < 0x80 ? 1 : first >= 0xF0 && first < 0xF8 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC0 && first < 0xE0 ? 2 : 0;
    if (*size == 1)
        return first;
    uint32_t c = *size ? first & (0x7Fu >> *size) : 0;
    bool is_valid = *size && *size <= left;
    for (size_t i = 1; is_valid && i < *size; i++) {
        is_valid = (text[i] & 0xC0) == 0x80;
        c = c << 6 | (text[i] & 63);
    }
    if (is_valid && c >= least[*size] && c < 0x110000 && !(c >= 0xD800 && c < 0xE000))
        return c;
    *size = 1;
    return 0xFFFD;
}

void put_text(const char *text, size_t length)
{
    size_t at = frame.length, size;
    put_int(0);
    for (size_t i = 0; i < length; i += size) {
        if ((frame.length - at) / 2 > LONGEST_TEXT) {
            for (const char *dots = "..."; *dots; dots++)
                put_unit((uint8_t)*dots);
            break;
        }
        uint32_t c = character_at((const uint8_t *)text + i, length - i, &size);
        if (c >= 0x10000) {
            put_unit(0xD800 + ((c - 0x10000) >> 10));
            put_unit(0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            put_unit(c);
        }
    }
    int32_t units = (int32_t)((frame.length - at - 4) / 2);
    memcpy(frame.data + at, &units, sizeof units);
}

void put_optional_text(const char *text, size_t length, bool is_there)
{
    put_flag(is_there);
    if (is_there)
        put_text(text, length);
}

void frame_send(void)
{
    uint32_t length = (uint32_t)(frame.length - FRAME_HEADER);
    memcpy(frame.data, &length, sizeof length);
    for (size_t sent = 0; sent < frame.length;) {
        ssize_t count = write(1, frame.data + sent, frame.length - sent);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            abort(); /* nobody listens any more */
        sent += (size_t)count;
    }
}
