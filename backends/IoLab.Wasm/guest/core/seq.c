/* Sequences: items, conversions, comparison, editing. */
#include "seq.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "object.h"

static const struct {
    const char *name;
    uint32_t size;
} item_types[ITEM_TYPE_COUNT] = {
    {"uint8", 1}, {"uint16", 2}, {"uint32", 4}, {"uint64", 8}, {"int8", 1}, {"int16", 2}, {"int32", 4}, {"int64", 8}, {"float32", 4}, {"float64", 8},
};

static const char *const encodings[ENCODING_COUNT] = {"ascii", "utf8", "ucs2", "ucs4", "number"};

uint32_t item_size(ItemType type) { return item_types[type].size; }
const char *item_type_name(ItemType type) { return item_types[type].name; }
const char *encoding_name(Encoding encoding) { return encodings[encoding]; }

bool item_type_named(const char *name, ItemType *type)
{
    for (int i = 0; i < ITEM_TYPE_COUNT; i++) {
        if (strcmp(name, item_types[i].name) == 0) {
            *type = (ItemType)i;
            return true;
        }
    }
    return false;
}

bool encoding_named(const char *name, Encoding *encoding)
{
    for (int i = 0; i < ENCODING_COUNT; i++) {
        if (strcmp(name, encodings[i]) == 0) {
            *encoding = (Encoding)i;
            return true;
        }
    }
    return false;
}

/* ---- buffers ---- */

void text_free(Text *text)
{
    free(text->owned);
    text->owned = NULL;
}

void buffer_add(Buffer *b, const void *data, size_t length)
{
    if (b->length + length + 1 > b->cap) {
        b->cap = (b->length + length + 1) * 2 + 32;
        b->data = realloc(b->data, b->cap);
        if (!b->data)
            fail_out_of_memory();
    }
    if (length)
        memcpy(b->data + b->length, data, length);
    b->length += length;
    b->data[b->length] = 0;
}

void buffer_text(Buffer *b, const char *text) { buffer_add(b, text, strlen(text)); }
void buffer_char(Buffer *b, char c) { buffer_add(b, &c, 1); }

void buffer_format(Buffer *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = malloc((size_t)length + 1);
    if (!text)
        fail_out_of_memory();
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    buffer_add(b, text, (size_t)length);
    free(text);
}

void buffer_free(Buffer *b)
{
    free(b->data);
    *b = (Buffer){0};
}

/* ---- making ---- */

Seq *seq_new(ItemType type, Encoding encoding, uint32_t count, bool is_mutable)
{
    Seq *s = gc_alloc_raw(sizeof(Seq), K_SEQUENCE);
    s->o.h.flags = is_mutable ? F_MUTABLE : 0;
    s->o.shape = shape_of_clones(PROTO(Sequence));
    s->o.slots = NULL;
    s->symbol = NULL;
    s->bytes = NULL;
    s->count = count;
    s->type = (uint8_t)type;
    s->encoding = (uint8_t)encoding;
    s->unused = 0;
    if (count)
        s->bytes = bytes_new((size_t)count * item_size(type));
    return s;
}

Seq *seq_from_bytes(const void *data, size_t length)
{
    Seq *s = seq_new(ITEM_UINT8, ENC_ASCII, (uint32_t)length, false);
    if (length)
        memcpy(s->bytes->data, data, length);
    return s;
}

/* Decodes one character; -1 if the bytes are not UTF-8. */
static int32_t decode(const uint8_t *p, size_t left, uint32_t *used)
{
    uint8_t b = p[0];
    if (b < 0x80) {
        *used = 1;
        return b;
    }
    uint32_t n = b >= 0xF0 && b < 0xF5 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
    if (n == 0 || b >= 0xF5 || left < n)
        return -1;
    int32_t c = b & (0x7F >> n);
    for (uint32_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return -1;
        c = c << 6 | (p[i] & 0x3F);
    }
    if ((n == 3 && c < 0x800) || (n == 4 && c < 0x10000) || c > 0x10FFFF)
        return -1;
    *used = n;
    return c;
}

Seq *seq_from_utf8(const char *text, size_t length)
{
    const uint8_t *p = (const uint8_t *)text;
    uint32_t widest = 1, count = 0;
    for (size_t i = 0; i < length; count++) {
        uint32_t used;
        if (p[i] < 0x80) {
            i++;
            continue;
        }
        if (decode(p + i, length - i, &used) < 0)
            return seq_from_bytes(text, length);
        if (used > widest)
            widest = used;
        i += used;
    }
    if (widest == 1)
        return seq_from_bytes(text, length);
    Seq *s = seq_new(widest == 2 ? ITEM_UINT16 : ITEM_UINT32, widest == 2 ? ENC_UCS2 : ENC_UCS4, count, false);
    count = 0;
    for (size_t i = 0; i < length; count++) {
        uint32_t used;
        int32_t c = decode(p + i, length - i, &used);
        if (widest == 2)
            ((uint16_t *)(void *)s->bytes->data)[count] = (uint16_t)c;
        else
            ((uint32_t *)(void *)s->bytes->data)[count] = (uint32_t)c;
        i += used;
    }
    return s;
}

/* How many bytes at an invalid place are replaced as one: the longest beginning of a character. */
static uint32_t broken_length(const uint8_t *p, size_t left)
{
    uint8_t b = p[0];
    uint32_t n = b >= 0xF0 && b < 0xF5 ? 4 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xC2 && b < 0xE0 ? 2 : 0;
    if (n == 0 || left < 2)
        return 1;
    uint8_t least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80, most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < least || p[1] > most)
        return 1;
    uint32_t i = 2;
    while (i < n && i < left && (p[i] & 0xC0) == 0x80)
        i++;
    return i;
}

/* As seq_from_utf8, with replacement characters for what is invalid. */
static Seq *decoded(const char *text, size_t length)
{
    const uint8_t *p = (const uint8_t *)text;
    Buffer b = {0};
    for (size_t i = 0; i < length;) {
        uint32_t used;
        int32_t c = decode(p + i, length - i, &used);
        if (c >= 0 && (c < 0xD800 || c > 0xDFFF)) {
            buffer_add(&b, p + i, used);
        } else {
            buffer_add(&b, "\xEF\xBF\xBD", 3);
            used = broken_length(p + i, length - i);
        }
        i += used;
    }
    return seq_from_buffer(&b);
}

Seq *seq_from_text(const char *text) { return seq_from_utf8(text, strlen(text)); }

Seq *seq_from_buffer(Buffer *b)
{
    Seq *s = seq_from_utf8(b->data ? b->data : "", b->length);
    buffer_free(b);
    return s;
}

/* ---- items ---- */

double seq_get(const Seq *s, uint32_t i)
{
    const void *d = s->bytes->data;
    switch ((ItemType)s->type) {
    case ITEM_UINT8: return ((const uint8_t *)d)[i];
    case ITEM_UINT16: return ((const uint16_t *)d)[i];
    case ITEM_UINT32: return ((const uint32_t *)d)[i];
    case ITEM_UINT64: return (double)((const uint64_t *)d)[i];
    case ITEM_INT8: return ((const int8_t *)d)[i];
    case ITEM_INT16: return ((const int16_t *)d)[i];
    case ITEM_INT32: return ((const int32_t *)d)[i];
    case ITEM_INT64: return (double)((const int64_t *)d)[i];
    case ITEM_FLOAT32: return (double)((const float *)d)[i];
    default: return ((const double *)d)[i];
    }
}

int64_t whole_saturated(double d)
{
    if (d != d)
        return 0;
    return d >= 9223372036854775808.0 ? INT64_MAX : d < -9223372036854775808.0 ? INT64_MIN : (int64_t)d;
}

/* Truncates towards zero; what wraps is what fits into 64 bits. Infinities become 0. */
static int64_t whole(double d) { return isinf(d) ? 0 : whole_saturated(d); }

static uint64_t whole_unsigned(double d)
{
    if (d < 0 || isinf(d) || d != d)
        return (uint64_t)whole(d);
    return d >= 18446744073709551616.0 ? UINT64_MAX : (uint64_t)d;
}

void seq_put(Seq *s, uint32_t i, double item)
{
    void *d = s->bytes->data;
    switch ((ItemType)s->type) {
    case ITEM_UINT8:
    case ITEM_INT8: ((uint8_t *)d)[i] = (uint8_t)whole(item); break;
    case ITEM_UINT16:
    case ITEM_INT16: ((uint16_t *)d)[i] = (uint16_t)whole(item); break;
    case ITEM_UINT32:
    case ITEM_INT32: ((uint32_t *)d)[i] = (uint32_t)whole(item); break;
    case ITEM_UINT64: ((uint64_t *)d)[i] = whole_unsigned(item); break;
    case ITEM_INT64: ((uint64_t *)d)[i] = (uint64_t)whole(item); break;
    case ITEM_FLOAT32: ((float *)d)[i] = (float)item; break;
    default: ((double *)d)[i] = item; break;
    }
}

static void add_utf8(Buffer *b, uint32_t c)
{
    char t[4];
    if (c < 0x80) {
        buffer_char(b, (char)c);
    } else if (c < 0x800) {
        t[0] = (char)(0xC0 | c >> 6);
        t[1] = (char)(0x80 | (c & 63));
        buffer_add(b, t, 2);
    } else if (c < 0x10000) {
        t[0] = (char)(0xE0 | c >> 12);
        t[1] = (char)(0x80 | (c >> 6 & 63));
        t[2] = (char)(0x80 | (c & 63));
        buffer_add(b, t, 3);
    } else {
        t[0] = (char)(0xF0 | (c >> 18 & 7));
        t[1] = (char)(0x80 | (c >> 12 & 63));
        t[2] = (char)(0x80 | (c >> 6 & 63));
        t[3] = (char)(0x80 | (c & 63));
        buffer_add(b, t, 4);
    }
}

Text seq_utf8(const Seq *s)
{
    if (s->count == 0)
        return (Text){"", 0, NULL};
    if (s->type == ITEM_UINT8)
        return (Text){(const char *)s->bytes->data, s->count, NULL};
    bool has_pairs = s->type == ITEM_UINT16 && s->encoding == ENC_UCS2;
    Buffer b = {0};
    for (uint32_t i = 0; i < s->count; i++) {
        double item = seq_get(s, i);
        uint32_t c = item >= 0 && item < 0x110000 ? (uint32_t)item : 0xFFFD;
        if (c >= 0xD800 && c < 0xE000) {
            uint32_t low = has_pairs && c < 0xDC00 && i + 1 < s->count ? (uint32_t)seq_get(s, i + 1) : 0;
            bool is_pair = low >= 0xDC00 && low < 0xE000;
            c = is_pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
            i += is_pair;
        }
        add_utf8(&b, c);
    }
    return (Text){b.data, b.length, b.data};
}

bool seq_is(const Seq *s, const char *text)
{
    Text t = seq_utf8(s);
    bool is = t.length == strlen(text) && memcmp(t.data, text, t.length) == 0;
    text_free(&t);
    return is;
}

/* ---- comparison ---- */

int seq_compare(const Seq *a, const Seq *b)
{
    uint32_t shorter = a->count < b->count ? a->count : b->count;
    if (a->type == ITEM_UINT8 && b->type == ITEM_UINT8) {
        int order = shorter ? memcmp(a->bytes->data, b->bytes->data, shorter) : 0;
        if (order)
            return order < 0 ? -1 : 1;
    } else {
        for (uint32_t i = 0; i < shorter; i++) {
            double x = seq_get(a, i), y = seq_get(b, i);
            if (x != y)
                return x < y ? -1 : 1;
        }
    }
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    return 0;
}

bool seq_equal(const Seq *a, const Seq *b)
{
    if (a == b)
        return true;
    if (a->count != b->count)
        return false;
    if (a->symbol && b->symbol && a->type == b->type)
        return a->symbol == b->symbol;
    return seq_compare(a, b) == 0;
}

/* ---- conversion ---- */

static bool is_float(const Seq *s) { return s->type >= ITEM_FLOAT32; }

/* Have another's items no room in it? */
static bool is_narrower(const Seq *s, const Seq *other)
{
    uint32_t own = item_size((ItemType)s->type), others = item_size((ItemType)other->type);
    return others > own || (others == own && is_float(other) && !is_float(s));
}

static void convert_items(Seq *to, uint32_t at, const Seq *from)
{
    if (from->count == 0)
        return;
    if (to->type == from->type) {
        memcpy(to->bytes->data + (size_t)at * item_size((ItemType)to->type), from->bytes->data, seq_bytes(from));
        return;
    }
    for (uint32_t i = 0; i < from->count; i++)
        seq_put(to, at + i, seq_get(from, i));
}

static bool is_ascii(const Seq *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->bytes->data[i] >= 0x80)
            return false;
    }
    return true;
}

/* Has it characters of several bytes, where another sequence has one item for each? */
static bool wants_decoding(const Seq *s, Encoding encoding)
{
    return s->encoding == ENC_UTF8 && item_size((ItemType)s->type) == 1 && (encoding == ENC_UCS2 || encoding == ENC_UCS4) && !is_ascii(s);
}

Seq *seq_convert(const Seq *s, ItemType type, Encoding encoding, bool is_mutable)
{
    if (type != s->type && wants_decoding(s, encoding))
        s = decoded((const char *)s->bytes->data, s->count);
    Seq *copy = seq_new(type, encoding, s->count, is_mutable);
    convert_items(copy, 0, s);
    return copy;
}

void seq_copy(Seq *to, const Seq *from)
{
    to->o.h.flags = (uint8_t)((to->o.h.flags & ~F_MUTABLE) | (from->o.h.flags & F_MUTABLE));
    seq_take(to, from);
}

void seq_take(Seq *s, const Seq *other)
{
    Bytes *bytes = NULL;
    if (other->count) {
        bytes = bytes_new(seq_bytes(other));
        memcpy(bytes->data, other->bytes->data, seq_bytes(other));
    }
    s->bytes = bytes;
    s->symbol = NULL;
    s->count = other->count;
    s->type = other->type;
    s->encoding = other->encoding;
    gc_wrote(s);
}

Seq *seq_slice(const Seq *s, uint32_t from, uint32_t count, bool is_mutable)
{
    Seq *part = seq_new((ItemType)s->type, (Encoding)s->encoding, count, is_mutable);
    uint32_t size = item_size((ItemType)s->type);
    if (count)
        memcpy(part->bytes->data, s->bytes->data + (size_t)from * size, (size_t)count * size);
    return part;
}

static void append_all(Seq *to, Seq *const *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++)
        seq_splice(to, to->count, 0, pieces[i]);
}

Seq *seq_concat(Seq *const *pieces, size_t count, bool is_mutable)
{
    ItemType type = ITEM_UINT8;
    Encoding encoding = ENC_ASCII;
    uint64_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += pieces[i]->count;
        if (item_size((ItemType)pieces[i]->type) > item_size(type)) {
            type = (ItemType)pieces[i]->type;
            encoding = (Encoding)pieces[i]->encoding;
        }
    }
    if (!gc_may_allocate(total * item_size(type)))
        return NULL;
    Seq *all = seq_new(type, encoding, (uint32_t)total, is_mutable);
    all->count = 0; /* the room stays */
    append_all(all, pieces, count);
    return all;
}

Seq *seq_join(const Seq *left, const Seq *right)
{
    const Seq *wide = is_narrower(left, right) ? right : left;
    uint64_t total = (uint64_t)left->count + right->count;
    if (!gc_may_allocate(total * item_size((ItemType)wide->type)))
        return NULL;
    Seq *both = seq_new((ItemType)wide->type, (Encoding)wide->encoding, (uint32_t)total, false);
    both->count = 0;
    seq_splice(both, 0, 0, left);
    seq_splice(both, both->count, 0, right);
    return both;
}

/* ---- editing ---- */

void seq_reserve(Seq *s, uint32_t count)
{
    size_t need = (size_t)count * item_size((ItemType)s->type);
    if (s->bytes && need <= s->bytes->cap)
        return;
    size_t cap = s->bytes ? need + need / 2 + 16 : need;
    Bytes *bytes = bytes_new(cap);
    if (s->count)
        memcpy(bytes->data, s->bytes->data, seq_bytes(s));
    s->bytes = bytes;
    gc_wrote(s);
}

void seq_resize(Seq *s, uint32_t count)
{
    uint32_t size = item_size((ItemType)s->type);
    seq_reserve(s, count);
    if (count > s->count)
        memset(s->bytes->data + (size_t)s->count * size, 0, (size_t)(count - s->count) * size);
    s->count = count;
    s->symbol = NULL;
}

void seq_widen(Seq *s, const Seq *for_items)
{
    if (is_narrower(s, for_items))
        seq_take(s, seq_convert(s, (ItemType)for_items->type, (Encoding)for_items->encoding, true));
}

void seq_splice(Seq *s, uint32_t at, uint32_t count, const Seq *by)
{
    if (by == s)
        by = seq_slice(by, 0, by->count, true);
    seq_widen(s, by);
    if (by->type != s->type && wants_decoding(by, (Encoding)s->encoding))
        by = seq_convert(by, (ItemType)s->type, (Encoding)s->encoding, true);
    if (at > s->count) /* decoding has made it shorter */
        at = s->count;
    uint32_t size = item_size((ItemType)s->type), before = s->count;
    uint32_t after = before - count + by->count;
    seq_reserve(s, after);
    if (before - at - count)
        memmove(s->bytes->data + (size_t)(at + by->count) * size, s->bytes->data + (size_t)(at + count) * size, (size_t)(before - at - count) * size);
    s->count = after;
    s->symbol = NULL;
    convert_items(s, at, by);
}

void seq_append(Seq *s, const Seq *other)
{
    seq_widen(s, other); /* decoding changes the count */
    seq_splice(s, s->count, 0, other);
}

int64_t seq_find(const Seq *s, const Seq *sought, uint32_t from)
{
    if (sought->count == 0)
        return from <= s->count ? (int64_t)from : -1;
    if (sought->type != s->type && wants_decoding(sought, (Encoding)s->encoding))
        return -1;
    if (s->type == ITEM_UINT8 && sought->type == ITEM_UINT8) {
        const uint8_t *data = seq_data(s), *what = seq_data(sought);
        while (from + (uint64_t)sought->count <= s->count) {
            const uint8_t *p = memchr(data + from, what[0], s->count - sought->count + 1 - from);
            if (!p)
                return -1;
            if (memcmp(p, what, sought->count) == 0)
                return p - data;
            from = (uint32_t)(p - data) + 1;
        }
        return -1;
    }
    for (; from + (uint64_t)sought->count <= s->count; from++) {
        uint32_t i = 0;
        while (i < sought->count && seq_get(s, from + i) == seq_get(sought, i))
            i++;
        if (i == sought->count)
            return from;
    }
    return -1;
}

void seq_add(Seq *s, double item)
{
    if ((size_t)(s->count + 1) * item_size((ItemType)s->type) > (s->bytes ? s->bytes->cap : 0))
        seq_reserve(s, s->count + 1);
    seq_put(s, s->count++, item);
}

Seq *seq_escape(const Seq *s)
{
    static const char from[] = "\a\b\f\n\r\t\v\"\\", to[] = "abfnrtv\"\\";
    Seq *escaped = seq_new((ItemType)s->type, (Encoding)s->encoding, 0, true);
    seq_reserve(escaped, s->count + 2);
    for (uint32_t i = 0; i < s->count; i++) {
        double item = seq_get(s, i);
        bool is_special = item == 0;
        char letter = '0';
        for (uint32_t k = 0; !is_special && item < 93 && k < sizeof from - 1; k++) {
            is_special = item == from[k];
            letter = to[k];
        }
        if (is_special)
            seq_add(escaped, '\\');
        seq_add(escaped, is_special ? letter : item);
    }
    return escaped;
}

Seq *seq_quote(const Seq *s)
{
    Seq *mark = seq_from_text("\""), *quoted = seq_escape(s);
    seq_splice(quoted, 0, 0, mark);
    seq_append(quoted, mark);
    return seq_slice(quoted, 0, quoted->count, false);
}
