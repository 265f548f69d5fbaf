/* Sequence: numbers from and to bytes, little end first: pack, structs, encoded lists, bases (io-language 5.4). */
#include <math.h>
#include <stdlib.h>

#include "../core/number.h"
#include "../exec/limits.h"
#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

/* Reads one number; what lies beyond the end is zero. */
static double read_number(const uint8_t *bytes, size_t length, ItemType type, bool big_end_first)
{
    Seq *one = seq_new(type, ENC_NUMBER, 1, true);
    uint32_t size = item_size(type);
    uint8_t *to = seq_data(one);
    for (uint32_t i = 0; i < size && i < length; i++)
        to[i] = bytes[i];
    for (uint32_t i = 0; big_end_first && i < size / 2; i++) {
        uint8_t b = to[i];
        to[i] = to[size - 1 - i];
        to[size - 1 - i] = b;
    }
    return seq_get(one, 0);
}

static void write_number(Buffer *to, double number, ItemType type, bool big_end_first)
{
    Seq *one = seq_new(type, ENC_NUMBER, 1, true);
    seq_put(one, 0, number);
    uint32_t size = item_size(type);
    for (uint32_t i = 0; i < size; i++)
        buffer_char(to, (char)seq_data(one)[big_end_first ? size - 1 - i : i]);
}

static Value bytes_value(Buffer *b, Encoding encoding)
{
    Seq *s = seq_new(ITEM_UINT8, encoding, (uint32_t)b->length, true);
    if (b->length)
        memcpy(seq_data(s), b->data, b->length);
    buffer_free(b);
    return from_ref(s);
}

/* ---- pack and unpack: letters, each with a count before it if need be; a leading * puts the big end first ---- */

typedef struct Format {
    Text text;
    size_t at;
    bool big_end_first;
} Format;

static Format format_of(Seq *s)
{
    Format f = {.text = seq_utf8(s)};
    f.big_end_first = f.text.length && f.text.data[0] == '*';
    return f;
}

/* The next letter; its count, 0 when none was written. 0 at the end. Other characters are skipped. */
static char next_letter(Format *f, double *count)
{
    *count = 0;
    while (f->at < f->text.length) {
        char c = f->text.data[f->at++];
        if (c >= '0' && c <= '9')
            *count = fmin(*count * 10 + (c - '0'), 2147483647);
        else if (c && strchr("cCbBhHiIlLfFs", c))
            return c;
        else
            *count = 0;
    }
    return 0;
}

static ItemType type_of_letter(char letter)
{
    switch (letter) {
    case 'c':
    case 'b': return ITEM_INT8;
    case 'h': return ITEM_INT16;
    case 'H': return ITEM_UINT16;
    case 'i':
    case 'l': return ITEM_INT32;
    case 'I':
    case 'L': return ITEM_UINT32;
    case 'f': return ITEM_FLOAT32;
    case 'F': return ITEM_FLOAT64;
    default: return ITEM_UINT8;
    }
}

static bool is_text_letter(char letter) { return letter == 'c' || letter == 'C' || letter == 's'; }

/* One argument of pack; false with an error. */
static bool pack_one(Buffer *to, Args a, uint32_t i, char letter, double count, bool big_end_first)
{
    double number;
    if (!is_text_letter(letter)) {
        if (!arg_num(a, i, &number))
            return false;
        write_number(to, number, type_of_letter(letter), big_end_first);
        return true;
    }
    Seq *text = arg_seq(a, i);
    if (!text)
        return false;
    size_t size = letter == 's' && count > 1 ? (size_t)count : 1, given = seq_bytes(text);
    if (!gc_may_allocate(to->length + size)) {
        over_memory();
        return false;
    }
    for (size_t k = 0; k < size; k++)
        buffer_char(to, k < given ? (char)seq_data(text)[k] : 0);
    return true;
}

static Value pack(Value self, Args a)
{
    (void)self;
    Seq *given = arg_seq(a, 0);
    if (!given)
        return vm.unwind;
    Format f = format_of(given);
    Buffer b = {0};
    uint32_t next = 1;
    double count;
    bool going = true, failed = false;
    for (char letter; going && (letter = next_letter(&f, &count));) {
        double repeats = letter == 's' || count < 1 ? 1 : count;
        for (double i = 0; i < repeats && going; i++, next++) {
            if (next >= a.count && is_text_letter(letter))
                going = false;
            else if (!pack_one(&b, a, next, letter, count, f.big_end_first))
                failed = true, going = false;
        }
    }
    text_free(&f.text);
    if (!failed)
        return bytes_value(&b, ENC_NUMBER);
    buffer_free(&b);
    return vm.unwind;
}

static Seq *mutable_bytes(const uint8_t *data, size_t length)
{
    Seq *s = seq_new(ITEM_UINT8, ENC_ASCII, (uint32_t)length, true);
    if (length)
        memcpy(seq_data(s), data, length);
    return s;
}

static Value unpack(Value self, Args a)
{
    uint32_t start = 0;
    if (a.count > 1 && !arg_index(a, 0, &start))
        return vm.unwind;
    Seq *given = arg_seq(a, a.count > 1 ? 1 : 0);
    if (!given)
        return vm.unwind;
    Format f = format_of(given);
    const uint8_t *bytes = seq_data(of(self));
    size_t length = seq_bytes(of(self)), at = start < length ? start : length;
    List *l = list_new(0);
    double count;
    for (char letter; (letter = next_letter(&f, &count));) {
        if (letter == 's') {
            const uint8_t *zero = at < length ? memchr(bytes + at, 0, length - at) : NULL;
            size_t size = count > 0 ? (size_t)fmin(count, (double)(length - at)) : zero ? (size_t)(zero - bytes) - at : length - at;
            list_append(l, from_ref(mutable_bytes(bytes + at, size)));
            at += size;
            continue;
        }
        if (!gc_may_allocate((uint64_t)count * 16)) {
            text_free(&f.text);
            return over_memory();
        }
        uint32_t size = item_size(type_of_letter(letter));
        for (double i = 0; i < (count < 1 ? 1 : count); i++) {
            list_append(l, from_num(read_number(bytes + at, length - at, type_of_letter(letter), f.big_end_first)));
            at = at + size < length ? at + size : length;
        }
    }
    text_free(&f.text);
    return from_ref(l);
}

/* ---- structs: lists of item type, name (or value), item type ... ---- */

static List *members_arg(Args a)
{
    List *l = arg_list(a, 0);
    if (l && l->count % 2) {
        raise_error(a.message, "Io Assertion 'members list must be even number'");
        return NULL;
    }
    return l;
}

/* The item type of a member: 1, 0 if unknown, -1 with an error. */
static int member_type(List *members, uint32_t i, Message *at, ItemType *type)
{
    Seq *name = as_seq(resolve(list_at(members, i)));
    if (!name) {
        raise_error(at, "Io Assertion 'memberTypes must be strings'");
        return -1;
    }
    return item_type_named(symbol_of_seq(name)->text, type);
}

static Value as_struct(Value self, Args a)
{
    List *members = members_arg(a);
    if (!members)
        return vm.unwind;
    Object *made = object_new(shape_of_clones(PROTO(Object)));
    size_t at = 0, length = seq_bytes(of(self));
    for (uint32_t i = 0; i < members->count; i += 2) {
        ItemType type;
        int known = member_type(members, i, a.message, &type);
        Seq *name = as_seq(resolve(list_at(members, i + 1)));
        if (known < 0)
            return vm.unwind;
        if (!name)
            return raise_error(a.message, "Io Assertion 'memberNames must be strings'");
        if (!known)
            continue;
        if (length - at < item_size(type))
            return raise_error(a.message, "Io Assertion 'not enough data for struct'");
        set_slot(made, symbol_of_seq(name), from_num(read_number(seq_data(of(self)) + at, length - at, type, false)));
        at += item_size(type);
    }
    return from_ref(made);
}

static Value with_struct(Value self, Args a)
{
    (void)self;
    List *members = members_arg(a);
    if (!members)
        return vm.unwind;
    Buffer b = {0};
    for (uint32_t i = 0; i < members->count; i += 2) {
        ItemType type;
        int known = member_type(members, i, a.message, &type);
        Value v = resolve(list_at(members, i + 1));
        if (known < 0 || !is_num(v)) {
            buffer_free(&b);
            return known < 0 ? vm.unwind : raise_error(a.message, "Io Assertion 'memberValues must be strings'");
        }
        if (known)
            write_number(&b, num_of(v), type, false);
    }
    return bytes_value(&b, ENC_ASCII);
}

static Value as_binary_number(Value self, Args a)
{
    size_t length = seq_bytes(of(self));
    if (length < 8)
        return raise_error(a.message, "requested first 8 bytes, but Sequence only contains %zu bytes", length);
    return from_raw_num(read_number(seq_data(of(self)), length, ITEM_FLOAT64, false));
}

static Value as_integer(Value self, Args a, ItemType one, ItemType two, ItemType four)
{
    size_t length = seq_bytes(of(self));
    if (length != 1 && length != 2 && length != 4)
        return raise_error(a.message, "Sequence is %zu bytes but only conversion of 1, 2, or 4 bytes is supported", length);
    return from_num(read_number(seq_data(of(self)), length, length == 1 ? one : length == 2 ? two : four, false));
}

static Value as_unsigned(Value self, Args a) { return as_integer(self, a, ITEM_UINT8, ITEM_UINT16, ITEM_UINT32); }
static Value as_signed(Value self, Args a) { return as_integer(self, a, ITEM_INT8, ITEM_INT16, ITEM_INT32); }

/* ---- encoded lists. An item: 0 nil, 1 number, 2 sequence; encoding; item type; a number's bytes, or a count of four bytes and the items ---- */

static void write_count(Buffer *b, uint32_t count) { write_number(b, count, ITEM_UINT32, false); }

static Value as_encoded_list(Value self, Args a)
{
    List *l = ref_of(self);
    Buffer b = {0};
    for (uint32_t i = 0; i < l->count; i++) {
        Value v = resolve(list_at(l, i));
        if (is_num(v)) {
            bool is_single = (double)(float)num_of(v) == num_of(v);
            char head[] = {1, ENC_NUMBER, is_single ? ITEM_FLOAT32 : ITEM_FLOAT64};
            buffer_add(&b, head, 3);
            write_number(&b, num_of(v), is_single ? ITEM_FLOAT32 : ITEM_FLOAT64, false);
        } else if (as_seq(v)) {
            Seq *s = as_seq(v);
            char head[] = {2, (char)s->encoding, (char)s->type};
            buffer_add(&b, head, 3);
            write_count(&b, s->count);
            buffer_add(&b, seq_data(s), seq_bytes(s));
        } else if (v == vm.nil) {
            buffer_add(&b, "\0\0", 3);
        } else {
            buffer_free(&b);
            return raise_error(a.message, "Io Assertion 'referenceIdForObject() must return a Number'");
        }
        if (!gc_may_allocate(b.length)) {
            buffer_free(&b);
            return over_memory();
        }
    }
    return bytes_value(&b, ENC_ASCII);
}

static Value unrecognized(Args a) { return raise_error(a.message, "Io Assertion 'unrecognized encoded type'"); }

/* The sequence behind an item's head, or null; *at moves behind it. */
static Seq *encoded_seq(const uint8_t *bytes, size_t length, size_t *at, ItemType type, Encoding encoding, bool is_mutable)
{
    if (length - *at < 4)
        return NULL;
    uint32_t count = (uint32_t)read_number(bytes + *at, 4, ITEM_UINT32, false);
    uint64_t size = (uint64_t)count * item_size(type);
    if (size > length - *at - 4)
        return NULL;
    Seq *s = seq_new(type, encoding, count, is_mutable);
    if (size)
        memcpy(seq_data(s), bytes + *at + 4, size);
    *at += 4 + size;
    return s;
}

static Value from_encoded_list(Value self, Args a)
{
    (void)self;
    Seq *given = arg_seq(a, 0);
    if (!given)
        return vm.unwind;
    const uint8_t *bytes = seq_data(given);
    size_t length = seq_bytes(given), at = 0;
    List *l = list_new(0);
    while (at < length) {
        if (length - at < 3 || bytes[at] > 2 || bytes[at + 1] > ENC_NUMBER || bytes[at + 2] > ITEM_FLOAT64)
            return unrecognized(a);
        uint8_t tag = bytes[at];
        Encoding encoding = (Encoding)bytes[at + 1];
        ItemType type = (ItemType)bytes[at + 2];
        at += 3;
        if (tag == 0) {
            list_append(l, vm.nil);
        } else if (tag == 1) {
            if ((type != ITEM_FLOAT32 && type != ITEM_FLOAT64) || length - at < item_size(type))
                return unrecognized(a);
            list_append(l, from_raw_num(read_number(bytes + at, length - at, type, false)));
            at += item_size(type);
        } else {
            Seq *s = encoded_seq(bytes, length, &at, type, encoding, false);
            if (!s)
                return unrecognized(a);
            list_append(l, from_ref(s));
        }
    }
    return from_ref(l);
}

/* As the reference's other reader: numbers are single, missing bytes answer nil. */
static Value as_decoded_list(Value self, Args a)
{
    const uint8_t *bytes = seq_data(of(self));
    size_t length = seq_bytes(of(self)), at = 0;
    List *l = list_new(0);
    while (at < length) {
        size_t left = length - at;
        if (bytes[at] > 2 || (left > 2 && (bytes[at + 1] > ENC_NUMBER || bytes[at + 2] > ITEM_FLOAT64)))
            return unrecognized(a);
        if (left < 3 || (bytes[at] != 0 && left < 7))
            return vm.nil;
        uint8_t tag = bytes[at];
        Encoding encoding = (Encoding)bytes[at + 1];
        ItemType type = (ItemType)bytes[at + 2];
        at += 3;
        if (tag == 0) {
            list_append(l, vm.nil);
        } else if (tag == 1) {
            list_append(l, from_raw_num(read_number(bytes + at, 4, ITEM_FLOAT32, false)));
            at += 4;
        } else {
            Seq *s = encoded_seq(bytes, length, &at, type, encoding, true);
            if (!s)
                return vm.nil;
            list_append(l, from_ref(s));
        }
    }
    return from_ref(l);
}

/* ---- bases ---- */

static Value to_base(Value self, Args a)
{
    double base;
    if (!arg_whole(a, 0, &base))
        return vm.unwind;
    if (!(base >= 2 && base <= 36))
        return raise_error(a.message, "conversion to base %.0f not supported", base);
    Text t = seq_utf8(of(self));
    size_t used;
    double number = number_parse(t.data, t.length, &used);
    text_free(&t);
    bool in_range = fabs(number) < 18446744073709551616.0;
    uint64_t left = in_range ? (uint64_t)fabs(number) : 0;
    char text[68], *at = text + sizeof text;
    *--at = 0;
    do
        *--at = "0123456789abcdefghijklmnopqrstuvwxyz"[left % (uint64_t)base];
    while (left /= (uint64_t)base);
    if (in_range && number < 0)
        *--at = '-';
    return from_ref(mutable_bytes((const uint8_t *)at, strlen(at)));
}

/* ---- constants ---- */

static Value white_space(Value self, Args a)
{
    (void)self;
    (void)a;
    Value texts[] = {text_value(" "), text_value("\t"), text_value("\n"), text_value("\r")};
    return list_of(texts, 4);
}

static Value expand_tilde(Value self, Args a)
{
    (void)a;
    const char *home = getenv("HOME");
    int64_t at = seq_find(of(self), seq_from_text("~"), 0);
    Seq *s = seq_slice(of(self), 0, of(self)->count, true);
    if (at >= 0 && home)
        seq_splice(s, (uint32_t)at, 1, seq_from_text(home));
    return from_ref(s);
}

static void add_set(Map *sets, const char *name, char first, char last)
{
    List *l = list_new(0);
    for (int c = first; c <= last; c++)
        list_append(l, from_num(c));
    map_put(sets, symbol_of_text(name), from_ref(l));
}

static void make(Object *self)
{
    Map *sets = map_new();
    add_set(sets, "digitSequence", '0', '9');
    add_set(sets, "lowercaseSequence", 'a', 'z');
    add_set(sets, "uppercaseSequence", 'A', 'Z');
    data(self, "sequenceSets", from_ref(sets));
}

static Prim prims[] = {
    EAGER("pack", pack), EAGER("unpack", unpack), EAGER("asStruct", as_struct), EAGER("withStruct", with_struct),
    EAGER("asBinaryNumber", as_binary_number), EAGER("asBinaryUnsignedInteger", as_unsigned), EAGER("asBinarySignedInteger", as_signed),
    EAGER("asDecodedList", as_decoded_list), EAGER("toBase", to_base), EAGER("whiteSpaceStrings", white_space),
    EAGER("stringByExpandingTilde", expand_tilde),
};

static Prim list_prims[] = {EAGER("asEncodedList", as_encoded_list), EAGER("fromEncodedList", from_encoded_list)};

const Proto sequence_bytes_protos[] = {
    {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), make},
    {"List", NULL, K_LIST, false, TABLE(list_prims), NULL},
};
