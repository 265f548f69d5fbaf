/* Sequence: item types and encodings, clipping, thinning out, bits, codecs (io-language 5.3). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

/* ---- item types and encodings ---- */

static bool type_arg(Args a, ItemType *type)
{
    Symbol *name = arg_symbol(a, 0);
    if (name && item_type_named(name->text, type))
        return true;
    if (name)
        raise_error(a.message, "Io Assertion 'invalid item type name'");
    return false;
}

/* Reads the bytes as items of another type. */
/* The bytes stay; they are read as other items. */
static void reinterpret(Seq *s, ItemType type)
{
    s->count = (uint32_t)(seq_bytes(s) / item_size(type));
    s->type = (uint8_t)type;
    s->symbol = NULL;
}

/* The encoding text has with an item type; numbers stay numbers. */
static Encoding encoding_with(ItemType type, Encoding old)
{
    if (old == ENC_NUMBER || type == ITEM_FLOAT32 || type == ITEM_FLOAT64)
        return ENC_NUMBER;
    switch (item_size(type)) {
    case 1: return old == ENC_UTF8 ? ENC_UTF8 : ENC_ASCII;
    case 2: return ENC_UCS2;
    case 4: return ENC_UCS4;
    default: return ENC_NUMBER;
    }
}

static Value set_item_type(Value self, Args a)
{
    ItemType type;
    Seq *s = seq_to_change(self, a);
    if (!s || !type_arg(a, &type))
        return vm.unwind;
    reinterpret(s, type);
    s->encoding = (uint8_t)encoding_with(type, (Encoding)s->encoding);
    return self;
}

static Value convert_to_item_type(Value self, Args a)
{
    ItemType type;
    Seq *s = seq_to_change(self, a);
    if (!s || !type_arg(a, &type))
        return vm.unwind;
    Encoding encoding = encoding_with(type, (Encoding)s->encoding);
    s->encoding = encoding == ENC_NUMBER ? ENC_NUMBER : ENC_ASCII;
    seq_take(s, seq_convert(s, type, encoding, true));
    return self;
}

static Value set_encoding(Value self, Args a)
{
    Encoding encoding;
    Seq *s = seq_to_change(self, a);
    Symbol *name = s ? arg_symbol(a, 0) : NULL;
    if (!name)
        return vm.unwind;
    if (!encoding_named(name->text, &encoding))
        return raise_error(a.message, "Io Assertion 'invalid encoding name'");
    if (encoding != ENC_NUMBER)
        reinterpret(s, encoding == ENC_UCS2 ? ITEM_UINT16 : encoding == ENC_UCS4 ? ITEM_UINT32 : ITEM_UINT8);
    s->encoding = (uint8_t)encoding;
    s->symbol = NULL;
    return self;
}

static Value as_utf8(Value self, Args a)
{
    (void)a;
    Text t = seq_utf8(of(self));
    bool ascii = true;
    for (size_t i = 0; i < t.length; i++)
        ascii = ascii && (unsigned char)t.data[i] < 0x80;
    Seq *s = seq_new(ITEM_UINT8, ascii && of(self)->type == ITEM_UINT8 ? ENC_ASCII : ENC_UTF8, (uint32_t)t.length, true);
    if (t.length)
        memcpy(s->bytes->data, t.data, t.length);
    text_free(&t);
    return from_ref(s);
}

/* One item for each character. */
static Seq *decoded(Seq *s)
{
    if (item_size((ItemType)s->type) != 1)
        return s;
    return seq_from_utf8((const char *)seq_data(s), s->count);
}

/* Characters above U+FFFF become pairs of surrogates. */
static Value as_ucs2(Value self, Args a)
{
    (void)a;
    Seq *s = decoded(of(self));
    uint32_t pairs = 0, at = 0;
    for (uint32_t i = 0; s->encoding == ENC_UCS4 && i < s->count; i++)
        pairs += seq_get(s, i) > 0xFFFF;
    if (!pairs)
        return from_ref(seq_convert(s, ITEM_UINT16, ENC_UCS2, true));
    Seq *units = seq_new(ITEM_UINT16, ENC_UCS2, s->count + pairs, true);
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t point = (uint32_t)seq_get(s, i);
        if (point > 0xFFFF) {
            seq_put(units, at++, 0xD800 + ((point - 0x10000) >> 10));
            seq_put(units, at++, 0xDC00 + (point & 0x3FF));
        } else {
            seq_put(units, at++, point);
        }
    }
    return from_ref(units);
}

static Value as_ucs4(Value self, Args a)
{
    (void)a;
    return from_ref(seq_convert(of(self), ITEM_UINT32, ENC_UCS4, true));
}

static Value as_fixed_size(Value self, Args a)
{
    (void)a;
    Seq *s = decoded(of(self));
    return from_ref(seq_slice(s, 0, s->count, true));
}

static Value convert_to_fixed_size(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    seq_take(s, decoded(seq_slice(s, 0, s->count, true)));
    return self;
}

/* ---- clipping ---- */

static Value clip(Value self, Args a, bool keeps_start, bool keeps_match)
{
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    int64_t i = seq_find(s, other, 0);
    if (i < 0)
        return self;
    uint32_t edge = (uint32_t)i + (keeps_start == keeps_match ? other->count : 0);
    seq_take(s, keeps_start ? seq_slice(s, 0, edge, true) : seq_slice(s, edge, s->count - edge, true));
    return self;
}

static Value clip_before(Value self, Args a) { return clip(self, a, false, true); }
static Value clip_before_end(Value self, Args a) { return clip(self, a, false, false); }
static Value clip_after(Value self, Args a) { return clip(self, a, true, true); }
static Value clip_after_start(Value self, Args a) { return clip(self, a, true, false); }

/* ---- thinning out ---- */

/* Keeps items of which so many stay and so many go in turn. */
static void thin(Seq *s, uint64_t stay, uint64_t go, uint64_t phase)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if ((i + phase) % (stay + go) < stay)
            seq_put(s, kept++, seq_get(s, i));
    }
    seq_resize(s, kept);
}

static Value leave_then_remove(Value self, Args a)
{
    uint32_t stay, go;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_index(a, 0, &stay) || !arg_index(a, 1, &go))
        return vm.unwind;
    if (stay == 0 && go == 0)
        return raise_error(a.message, "Io Assertion 'either aNumberToLeave or aNumberToRemove must be > 0'");
    thin(s, stay, go, 0);
    return self;
}

static Value remove_even(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    thin(s, 1, 1, 1);
    return self;
}

static Value remove_odd(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    thin(s, 1, 1, 0);
    return self;
}

static Value duplicate_indexes(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    Seq *twice = seq_new((ItemType)s->type, (Encoding)s->encoding, s->count * 2, true);
    for (uint32_t i = 0; i < twice->count; i++)
        seq_put(twice, i, seq_get(s, i / 2));
    seq_take(s, twice);
    return self;
}

/* ---- bits ---- */

static Value bit_at(Value self, Args a)
{
    double i;
    if (!arg_whole(a, 0, &i))
        return vm.unwind;
    if (i < 0 || i >= (double)seq_bytes(of(self)) * 8)
        return from_num(0);
    return from_num(seq_data(of(self))[(uint64_t)i / 8] >> (uint64_t)i % 8 & 1);
}

static Value byte_at(Value self, Args a)
{
    double i;
    if (!arg_whole(a, 0, &i))
        return vm.unwind;
    return from_num(i >= 0 && i < (double)seq_bytes(of(self)) ? seq_data(of(self))[(uint64_t)i] : 0);
}

static Value bit_count(Value self, Args a)
{
    (void)a;
    double count = 0;
    for (size_t i = 0; i < seq_bytes(of(self)) * 8; i++)
        count += seq_data(of(self))[i / 8] >> i % 8 & 1;
    return from_num(count);
}

/* ---- codecs ---- */

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static Seq *mutable_bytes(Buffer *b)
{
    Seq *s = seq_from_bytes(b->data ? b->data : "", b->length);
    s->o.h.flags |= F_MUTABLE;
    buffer_free(b);
    return s;
}

static Value as_base64(Value self, Args a)
{
    double line = 0;
    if (a.count && !arg_whole(a, 0, &line))
        return vm.unwind;
    line = line > 0 && line < 4 ? 4 : line;
    const uint8_t *p = seq_data(of(self));
    size_t size = seq_bytes(of(self)), column = 0;
    Buffer b = {0};
    for (size_t i = 0; i < size; i += 3) {
        uint32_t three = (uint32_t)p[i] << 16 | (i + 1 < size ? (uint32_t)p[i + 1] << 8 : 0) | (i + 2 < size ? p[i + 2] : 0u);
        for (int k = 0; k < 4; k++) {
            bool there = i + (size_t)k < size + 1;
            buffer_char(&b, there ? base64_digits[three >> (18 - 6 * k) & 63] : '=');
        }
        column += 4;
        if (line > 0 && (double)column + 4 > line && i + 3 < size) {
            buffer_char(&b, '\n');
            column = 0;
        }
    }
    buffer_char(&b, '\n');
    return from_ref(mutable_bytes(&b));
}

/* Other characters are skipped. */
static Value from_base64(Value self, Args a)
{
    (void)a;
    Seq *s = of(self);
    Buffer b = {0};
    uint32_t bits = 0, count = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        double item = seq_get(s, i);
        if (item == '=')
            count = 0;
        const char *place = item > 0 && item < 128 && (char)item ? strchr(base64_digits, (char)item) : NULL;
        if (!place)
            continue;
        bits = bits << 6 | (uint32_t)(place - base64_digits);
        count += 6;
        if (count >= 8) {
            count -= 8;
            buffer_char(&b, (char)(bits >> count & 255));
        }
    }
    return from_ref(mutable_bytes(&b));
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-_.~", c));
}

static Value encoded(Value self, bool form)
{
    Text t = seq_utf8(of(self));
    Buffer b = {0};
    for (size_t i = 0; i < t.length; i++) {
        if (is_unreserved(t.data[i]))
            buffer_char(&b, t.data[i]);
        else if (form && t.data[i] == ' ')
            buffer_char(&b, '+');
        else
            buffer_format(&b, "%%%02X", (unsigned char)t.data[i]);
    }
    text_free(&t);
    return from_ref(seq_from_buffer(&b));
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static Value decoded_text(Value self, bool form)
{
    Text t = seq_utf8(of(self));
    Buffer b = {0};
    for (size_t i = 0; i < t.length; i++) {
        if (t.data[i] == '%' && i + 2 < t.length && hex(t.data[i + 1]) >= 0 && hex(t.data[i + 2]) >= 0) {
            buffer_char(&b, (char)(hex(t.data[i + 1]) * 16 + hex(t.data[i + 2])));
            i += 2;
        } else {
            buffer_char(&b, form && t.data[i] == '+' ? ' ' : t.data[i]);
        }
    }
    text_free(&t);
    return from_ref(seq_from_buffer(&b));
}

static Value url_encoded(Value self, Args a)
{
    (void)a;
    return encoded(self, true);
}

static Value url_decoded(Value self, Args a)
{
    (void)a;
    return decoded_text(self, true);
}

static Value percent_encoded(Value self, Args a)
{
    (void)a;
    return encoded(self, false);
}

static Value percent_decoded(Value self, Args a)
{
    (void)a;
    return decoded_text(self, false);
}

/* ---- escapes ---- */

static Value escape(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    seq_take(s, seq_escape(s));
    return self;
}

static int hex_item(const Seq *s, uint32_t i)
{
    double item = i < s->count ? seq_get(s, i) : 0;
    return item >= '0' && item <= 'f' ? hex((char)item) : -1;
}

/* The item at a place, an escape decoded; moves the place behind it. */
static double unescaped(const Seq *s, uint32_t *i)
{
    static const char letters[] = "ntrfvba", meanings[] = "\n\t\r\f\v\b\a";
    double item = seq_get(s, (*i)++);
    if (item != '\\' || *i == s->count)
        return item;
    item = seq_get(s, (*i)++);
    if (item >= '0' && item <= '9')
        return item - '0';
    int high = item == 'x' ? hex_item(s, *i) : -1;
    if (high >= 0) {
        int low = hex_item(s, ++*i);
        *i += low >= 0;
        return low < 0 ? high : high * 16 + low;
    }
    const char *place = item >= 'a' && item <= 'z' ? strchr(letters, (char)item) : NULL;
    return place ? meanings[place - letters] : item;
}

static Value unescape(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->count; count++)
        seq_put(s, count, unescaped(s, &i));
    s->count = count;
    s->symbol = NULL;
    return self;
}

/* ---- the rest ---- */

static Value translate(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *from = s ? arg_seq(a, 0) : NULL, *to = from ? arg_seq(a, 1) : NULL;
    if (!to)
        return vm.unwind;
    if (from->count != to->count)
        return raise_error(a.message, "translation strings must be of the same length");
    for (uint32_t i = 0; i < s->count; i++) {
        for (uint32_t k = 0; k < from->count; k++) {
            if (seq_get(s, i) == seq_get(from, k)) {
                seq_put(s, i, seq_get(to, k));
                break;
            }
        }
    }
    s->symbol = NULL;
    return self;
}

static void append_path(Seq *s, Seq *other)
{
    bool has = s->count && seq_get(s, s->count - 1) == '/', brings = other->count && seq_get(other, 0) == '/';
    if (s->count && !has && !brings)
        seq_append(s, seq_from_text("/"));
    seq_append(s, has && brings ? seq_slice(other, 1, other->count - 1, true) : other);
}

static Value append_path_seq(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    append_path(s, other);
    return self;
}

static Value clone_append_path(Value self, Args a)
{
    Seq *other = arg_seq(a, 0), *s = seq_slice(of(self), 0, of(self)->count, true);
    if (!other)
        return vm.unwind;
    append_path(s, other);
    return from_ref(seq_slice(s, 0, s->count, false));
}

static Value slices_between(Value self, Args a)
{
    Seq *s = of(self), *before = arg_seq(a, 0), *after;
    List *l = list_new(0);
    if (!before)
        return vm.unwind;
    if (seq_find(s, before, 0) < 0)
        return from_ref(l);
    if (!(after = arg_seq(a, 1)))
        return vm.unwind;
    int64_t at = 0;
    while ((at = seq_find(s, before, (uint32_t)at)) >= 0) {
        uint32_t from = (uint32_t)at + before->count;
        int64_t to = seq_find_before_end(s, after, from);
        if (to < 0)
            break;
        list_append(l, from_ref(seq_slice(s, from, (uint32_t)to - from, false)));
        at = to + after->count > at ? to + after->count : at + 1;
    }
    return from_ref(l);
}

static Value hash(Value self, Args a)
{
    (void)a;
    return from_num(symbol_of_seq(of(self))->hash);
}

static void make(Object *self)
{
    List *types = list_new(0), *encodings = list_new(0);
    for (int i = 0; i < ITEM_TYPE_COUNT; i++)
        list_append(types, text_value(item_type_name((ItemType)i)));
    for (int i = 0; i < ENCODING_COUNT; i++)
        list_append(encodings, text_value(encoding_name((Encoding)i)));
    data(self, "validItemTypes", from_ref(types));
    data(self, "validEncodings", from_ref(encodings));
}

static Prim prims[] = {
    EAGER("setItemType", set_item_type), EAGER("convertToItemType", convert_to_item_type), EAGER("setEncoding", set_encoding), EAGER("asUTF8", as_utf8),
    EAGER("asUCS2", as_ucs2), EAGER("asUCS4", as_ucs4), EAGER("asFixedSizeType", as_fixed_size), EAGER("convertToFixedSizeType", convert_to_fixed_size),
    EAGER("clipBeforeSeq", clip_before), EAGER("clipBeforeEndOfSeq", clip_before_end), EAGER("clipAfterSeq", clip_after),
    EAGER("clipAfterStartOfSeq", clip_after_start), EAGER("leaveThenRemove", leave_then_remove), EAGER("removeEvenIndexes", remove_even),
    EAGER("removeOddIndexes", remove_odd), EAGER("duplicateIndexes", duplicate_indexes), EAGER("bitAt", bit_at), EAGER("byteAt", byte_at),
    EAGER("bitCount", bit_count), EAGER("asBase64", as_base64), EAGER("fromBase64", from_base64), EAGER("urlEncoded", url_encoded),
    EAGER("urlDecoded", url_decoded), EAGER("percentEncoded", percent_encoded), EAGER("percentDecoded", percent_decoded), EAGER("escape", escape),
    EAGER("unescape", unescape), EAGER("translate", translate), EAGER("appendPathSeq", append_path_seq), EAGER("cloneAppendPath", clone_append_path),
    EAGER("slicesBetween", slices_between), EAGER("hash", hash),
};

const Proto sequence_more_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), make};
