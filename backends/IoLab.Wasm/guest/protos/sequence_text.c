/* Sequence: texts, case, layout, comparison (io-language 5.3, 7). */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/number.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

/* A vector's numbers, as C's %f where they are no integers. */
static Seq *numbers(Seq *s)
{
    Buffer b = {0};
    for (uint32_t i = 0; i < s->count; i++) {
        if (i)
            buffer_text(&b, ", ");
        double d = seq_get(s, i);
        if (s->type == ITEM_FLOAT32 || s->type == ITEM_FLOAT64)
            buffer_format(&b, "%f", d == d ? d : fabs(d)); /* the sign of a not-a-number is never shown */
        else
            buffer_format(&b, "%.0f", d);
    }
    return seq_from_buffer(&b);
}

static Value as_string(Value self, Args a)
{
    (void)a;
    Seq *s = of(self);
    if (s->encoding == ENC_NUMBER)
        return from_ref(numbers(s));
    return seq_is_mutable(s) ? from_ref(seq_slice(s, 0, s->count, false)) : self;
}

static Value as_symbol(Value self, Args a)
{
    (void)a;
    Seq *s = of(self);
    return seq_is_mutable(s) ? from_ref(seq_slice(s, 0, s->count, false)) : self;
}

static Value as_mutable(Value self, Args a)
{
    (void)a;
    return from_ref(seq_slice(of(self), 0, of(self)->count, true));
}

static Value is_mutable(Value self, Args a)
{
    (void)a;
    return bool_value(seq_is_mutable(of(self)));
}

static Value is_symbol(Value self, Args a)
{
    (void)a;
    return bool_value(!seq_is_mutable(of(self)));
}

static Value as_simple_string(Value self, Args a)
{
    return from_ref(seq_quote(of(self)->encoding == ENC_NUMBER ? ref_of(as_string(self, a)) : of(self)));
}

static Value as_number(Value self, Args a)
{
    (void)a;
    Text t = seq_utf8(of(self));
    size_t used;
    double d = number_parse(t.data, t.length, &used);
    text_free(&t);
    return used ? from_raw_num(d) : from_num(fabs(NAN));
}

static Value as_message_of_text(Value self, Args a)
{
    Seq *label = as_seq(arg(a, 0));
    Text t = seq_utf8(of(self));
    Message *chain;
    Value v = run_parse(t.data, t.length, label ? symbol_of_seq(label) : symbol_of_text("[asMessage]"), a.message, true, &chain);
    text_free(&t);
    return v == vm.unwind ? v : chain ? from_ref(chain) : from_ref(message_new(SYM(nil)));
}

static Value line_print(Value self, Args a)
{
    (void)a;
    Seq *numbers = of(self)->encoding == ENC_NUMBER ? plain_text(self, SYM(asString)) : NULL;
    if (numbers) {
        emit("[", 1);
        emit_seq(numbers);
        emit("]", 1);
    } else {
        emit_seq(of(self));
    }
    emit("\n", 1);
    return self;
}

static Value write_raw(Value self, Args a)
{
    (void)a;
    emit_seq(of(self));
    return self;
}

/* ---- comparison ---- */

static Value compared(Value self, Args a, int low, int high)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    if (of(self)->encoding == ENC_NUMBER || other->encoding == ENC_NUMBER) {
        /* Of vectors every pair of items must be so. */
        for (uint32_t i = 0; i < of(self)->count && i < other->count; i++) {
            double x = seq_get(of(self), i), y = seq_get(other, i);
            int pair = x < y ? -1 : x > y;
            if (x != x || y != y || pair < low || pair > high)
                return vm.no;
        }
        return vm.yes;
    }
    int order = seq_compare(of(self), other);
    return bool_value(order >= low && order <= high);
}

static Value less(Value self, Args a) { return compared(self, a, -1, -1); }
static Value less_or_equal(Value self, Args a) { return compared(self, a, -1, 0); }
static Value greater(Value self, Args a) { return compared(self, a, 1, 1); }
static Value greater_or_equal(Value self, Args a) { return compared(self, a, 0, 1); }

/* ---- case ---- */

static void change_case(Seq *s, double low, double high, double by, uint32_t count)
{
    for (uint32_t i = 0; i < count && i < s->count; i++) {
        double c = seq_get(s, i);
        if (c >= low && c <= high)
            seq_put(s, i, c + by);
    }
    s->symbol = NULL;
}

static Value cased(Value self, double low, double high, double by, uint32_t count, bool is_mutable)
{
    Seq *s = seq_slice(of(self), 0, of(self)->count, is_mutable);
    change_case(s, low, high, by, count);
    return from_ref(s);
}

static Value cased_in_place(Value self, Args a, double low, double high, double by, uint32_t count)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    change_case(s, low, high, by, count);
    return self;
}

static Value as_uppercase(Value self, Args a)
{
    (void)a;
    return cased(self, 'a', 'z', -32, UINT32_MAX, false);
}

static Value as_lowercase(Value self, Args a)
{
    (void)a;
    return cased(self, 'A', 'Z', 32, UINT32_MAX, false);
}

static Value as_capitalized(Value self, Args a)
{
    (void)a;
    return cased(self, 'a', 'z', -32, 1, seq_is_mutable(of(self)));
}

static Value uppercase(Value self, Args a) { return cased_in_place(self, a, 'a', 'z', -32, UINT32_MAX); }
static Value lowercase(Value self, Args a) { return cased_in_place(self, a, 'A', 'Z', 32, UINT32_MAX); }
static Value capitalize(Value self, Args a) { return cased_in_place(self, a, 'a', 'z', -32, 1); }

/* An empty text has no first letter: false. */
static Value capitalize_first(Value self, Args a)
{
    return !of(self)->count ? vm.no : seq_to_change_as(self, a, "atPut") ? capitalize(self, a) : vm.unwind;
}

static Value uncapitalize_first(Value self, Args a)
{
    return !of(self)->count ? vm.no : seq_to_change_as(self, a, "atPut") ? cased_in_place(self, a, 'A', 'Z', 32, 1) : vm.unwind;
}

static bool has_between(Seq *s, double low, double high)
{
    for (uint32_t i = 0; i < s->count; i++) {
        if (seq_get(s, i) >= low && seq_get(s, i) <= high)
            return true;
    }
    return false;
}

static Value is_uppercase(Value self, Args a)
{
    (void)a;
    return bool_value(!has_between(of(self), 'a', 'z'));
}

static Value is_lowercase(Value self, Args a)
{
    (void)a;
    return bool_value(!has_between(of(self), 'A', 'Z'));
}

/* ---- layout ---- */

/* So many items of a padding, repeated. */
static void pad(Seq *s, Seq *unit, uint32_t count)
{
    seq_append(s, seq_slice(unit, 0, 0, true)); /* decoding changes the padding's count */
    if (unit->type != s->type)
        unit = seq_convert(unit, (ItemType)s->type, (Encoding)s->encoding, true);
    for (; count >= unit->count; count -= unit->count)
        seq_append(s, unit);
    if (count)
        seq_append(s, seq_slice(unit, 0, count, true));
}

static Value aligned(Value self, Args a, int left_share)
{
    double width;
    if (!arg_num(a, 0, &width))
        return vm.unwind;
    Seq *unit = seq_from_text(" "), *s = of(self);
    if (a.count > 1 && arg(a, 1) != vm.nil && !(unit = arg_seq(a, 1)))
        return vm.unwind;
    if (!(width < 1e9))
        return over_memory();
    if (unit->count == 0)
        unit = seq_from_text(" ");
    if (!(width > 0))
        width = 0;
    uint32_t missing = width > s->count ? (uint32_t)width - s->count : 0;
    uint32_t left = left_share == 0 ? 0 : left_share == 2 ? missing : missing / 2;
    uint32_t wide = item_size((ItemType)unit->type) > item_size((ItemType)s->type) ? item_size((ItemType)unit->type) : item_size((ItemType)s->type);
    if (!gc_may_allocate((uint64_t)width * wide))
        return over_memory();
    Seq *all = seq_slice(s, 0, 0, true);
    pad(all, unit, left);
    seq_append(all, s);
    pad(all, unit, missing - left);
    return from_ref(all);
}

static Value align_left(Value self, Args a) { return aligned(self, a, 0); }
static Value align_center(Value self, Args a) { return aligned(self, a, 1); }
static Value align_right(Value self, Args a) { return aligned(self, a, 2); }

static Value align_left_in_place(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "appendSeq");
    Value v = s ? align_left(self, a) : vm.unwind;
    if (v == vm.unwind)
        return v;
    seq_take(s, ref_of(v));
    return self;
}

/* The place of the last such item, or -1. */
static int64_t last_place(Seq *s, double item)
{
    for (int64_t i = (int64_t)s->count - 1; i >= 0; i--) {
        if (seq_get(s, (uint32_t)i) == item)
            return i;
    }
    return -1;
}

static Value part(Seq *s, int64_t from, int64_t to, bool is_mutable)
{
    return from_ref(seq_slice(s, (uint32_t)from, (uint32_t)(to - from), is_mutable));
}

/* Where a path ends without the slashes behind it, and its last slash before that; -1 for none. */
static int64_t trimmed_end(Seq *s)
{
    int64_t end = s->count;
    while (end > 0 && seq_get(s, (uint32_t)end - 1) == '/')
        end--;
    return end;
}

static int64_t last_slash(Seq *s)
{
    int64_t i = trimmed_end(s) - 1;
    while (i >= 0 && seq_get(s, (uint32_t)i) != '/')
        i--;
    return i < 0 ? -1 : i;
}

static Value last_path_component(Value self, Args a)
{
    (void)a;
    Seq *s = of(self);
    return part(s, trimmed_end(s) == 0 ? s->count : last_slash(s) + 1, s->count, true);
}

static Value path_component(Value self, Args a)
{
    (void)a;
    int64_t i = last_slash(of(self));
    return part(of(self), 0, i < 0 ? 0 : i, false);
}

static Value path_extension(Value self, Args a)
{
    (void)a;
    int64_t i = last_place(of(self), '.');
    return part(of(self), i < 0 ? of(self)->count : i + 1, of(self)->count, false);
}

static Value file_name(Value self, Args a)
{
    (void)a;
    Seq *path = of(self);
    if (path->count == 0)
        return self;
    int64_t end = trimmed_end(path), start = last_slash(path) + 1;
    Seq *s = ref_of(part(path, start > end ? end : start, end, true));
    int64_t i = last_place(s, '.');
    return part(s, 0, i < 0 ? s->count : i, true);
}

/* ---- conversions ---- */

static Value item_type(Value self, Args a)
{
    (void)a;
    return text_value(item_type_name((ItemType)of(self)->type));
}

static Value encoding(Value self, Args a)
{
    (void)a;
    return text_value(encoding_name((Encoding)of(self)->encoding));
}

static Value item_size_of(Value self, Args a)
{
    (void)a;
    return from_num(item_size((ItemType)of(self)->type));
}

static Value size_in_bytes(Value self, Args a)
{
    (void)a;
    return from_num((double)seq_bytes(of(self)));
}

static Value as_hex(Value self, Args a)
{
    (void)a;
    Seq *s = of(self);
    Buffer b = {0};
    for (uint32_t i = 0; i < s->count; i++) {
        if (item_size((ItemType)s->type) == 1) {
            buffer_format(&b, "%02x", seq_data(s)[i]);
            continue;
        }
        char digits[24];
        double item = seq_get(s, i);
        int64_t most = INT64_C(1) << 53, whole = whole_saturated(item);
        snprintf(digits, sizeof digits, "%" PRIx64, (uint64_t)(whole < 0 ? 0 : whole > most ? most : whole));
        buffer_format(&b, "%s%s", strlen(digits) % 2 ? "0" : "", digits);
    }
    Seq *text = seq_from_bytes(b.data ? b.data : "", b.length);
    buffer_free(&b);
    text->o.h.flags |= F_MUTABLE;
    return from_ref(text);
}

static bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* White space and a sign may come first. */
static Value from_base(Value self, Args a)
{
    double base, value = 0;
    if (!arg_whole(a, 0, &base))
        return vm.unwind;
    Text t = seq_utf8(of(self));
    size_t i = 0, end = t.length;
    while (i < end && is_white(t.data[i]))
        i++;
    while (end > i && is_white(t.data[end - 1]))
        end--;
    bool negative = i < end && t.data[i] == '-';
    i += negative;
    if (base == 16 && end - i >= 2 && t.data[i] == '0' && (t.data[i + 1] | 32) == 'x')
        i += 2;
    bool valid = i < end && base >= 2 && base <= 36;
    for (; i < end && valid; i++) {
        char c = t.data[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'z' ? (c | 32) - 'a' + 10 : 99;
        valid = digit < (int)base;
        value = value * base + digit;
    }
    text_free(&t);
    return valid ? from_num(negative ? -value : value) : raise_error(a.message, "conversion from base %.0f not supported", base);
}

static Prim prims[] = {
    EAGER("asString", as_string), EAGER("asSymbol", as_symbol), EAGER("asMutable", as_mutable), EAGER("asBuffer", as_mutable),
    EAGER("itemCopy", as_mutable), EAGER("isMutable", is_mutable), EAGER("isSymbol", is_symbol), EAGER("asSimpleString", as_simple_string),
    EAGER("asNumber", as_number), EAGER("asMessage", as_message_of_text), EAGER("linePrint", line_print), EAGER("`writeRaw", write_raw),
    EAGER("cPrint", write_raw), EAGER("<", less), EAGER("<=", less_or_equal), EAGER(">", greater), EAGER(">=", greater_or_equal),
    EAGER("asUppercase", as_uppercase), EAGER("asLowercase", as_lowercase), EAGER("asCapitalized", as_capitalized), EAGER("uppercase", uppercase),
    EAGER("lowercase", lowercase), EAGER("capitalize", capitalize), EAGER("makeFirstCharacterUppercase", capitalize_first),
    EAGER("makeFirstCharacterLowercase", uncapitalize_first), EAGER("isUppercase", is_uppercase), EAGER("isLowercase", is_lowercase),
    EAGER("alignLeft", align_left), EAGER("alignRight", align_right), EAGER("alignCenter", align_center), EAGER("alignLeftInPlace", align_left_in_place),
    EAGER("lastPathComponent", last_path_component), EAGER("pathComponent", path_component), EAGER("pathExtension", path_extension),
    EAGER("fileName", file_name), EAGER("itemType", item_type), EAGER("encoding", encoding), EAGER("itemSize", item_size_of),
    EAGER("sizeInBytes", size_in_bytes), EAGER("asHex", as_hex), EAGER("fromBase", from_base), EAGER("asIoPath", as_mutable), EAGER("asOSPath", as_mutable),
};

const Proto sequence_text_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), NULL};
