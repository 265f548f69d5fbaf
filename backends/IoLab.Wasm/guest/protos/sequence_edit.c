/* Sequence: splitting, stripping, replacing (io-language 5.3). */
#include <stdlib.h>

#include "../core/fail.h"
#include "../exec/limits.h"
#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

/* ---- split ---- */

/* What split and strip take for white space: less than isSpace of a number does. */
static bool is_blank(double c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The separator that stands at a place: its length, or 0. */
static uint32_t separator_at(Seq *s, Args a, uint32_t at)
{
    if (a.count == 0)
        return is_blank(seq_get(s, at));
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *other = ref_of(arg(a, i));
        if (seq_matches_at(s, other, at))
            return other->count;
    }
    return 0;
}

/* The next place where a separator may be: the next one of its first byte, if it is the only one and its items are bytes. */
static uint32_t next_candidate(const Seq *s, Args a, uint32_t from)
{
    const Seq *only = a.count == 1 ? as_seq(arg(a, 0)) : NULL;
    if (!only || s->type != ITEM_UINT8 || only->type != ITEM_UINT8)
        return from;
    const uint8_t *at = memchr(seq_data(s) + from, seq_data(only)[0], s->count - from);
    return at ? (uint32_t)(at - seq_data(s)) : s->count;
}

static Value split_into(Value self, Args a, bool empties)
{
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *other = as_seq(arg(a, i));
        if (!other)
            return raise_error(a.message, "requires Sequences as arguments, not %ss", type_name(arg(a, i)));
        if (other->count == 0)
            return raise_error(a.message, "empty string argument");
    }
    Seq *s = of(self);
    List *l = list_new(0);
    uint32_t from = 0;
    for (uint32_t i = 0; i < s->count;) {
        i = next_candidate(s, a, i);
        uint32_t length = i < s->count ? separator_at(s, a, i) : 0;
        if (!length) {
            i++;
            continue;
        }
        if (empties || i > from)
            list_append(l, from_ref(seq_slice(s, from, i - from, true)));
        i += length;
        from = i;
    }
    if (from < s->count)
        list_append(l, from_ref(seq_slice(s, from, s->count - from, true)));
    return from_ref(l);
}

static Value split(Value self, Args a) { return split_into(self, a, true); }
static Value split_no_empties(Value self, Args a) { return split_into(self, a, false); }

/* Splits at each separator once, in this order. */
static Value ordered_split(Value self, Args a)
{
    Seq *s = of(self);
    List *l = list_new(a.count + 1);
    uint32_t from = 0, missing = 0; /* a separator that is not there leaves a nil behind the next part */
    for (uint32_t i = 0; i <= a.count; i++) {
        Seq *other = i < a.count ? arg_seq(a, i) : NULL;
        if (!other && i < a.count)
            return vm.unwind;
        int64_t at = !other ? s->count : from < s->count ? seq_find(s, other, from) : -1;
        if (at < 0) {
            missing++;
            continue;
        }
        list_append(l, other || s->count || !a.count ? from_ref(seq_slice(s, from, (uint32_t)at - from, false)) : vm.nil); /* nothing is behind the parts of an empty text */
        for (; missing; missing--)
            list_append(l, vm.nil);
        from = (uint32_t)at + (other ? other->count : 0);
    }
    return from_ref(l);
}

/* Inserts a text behind every so many items. */
static Value insert_seq_every(Value self, Args a)
{
    uint32_t count;
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other || !arg_index(a, 1, &count))
        return vm.unwind;
    if (count == 0)
        return raise_error(a.message, "Io Assertion 'aNumberOfItems must be > 0'");
    if (count > s->count)
        return raise_error(a.message, "Io Assertion 'aNumberOfItems out of sequence bounds'");
    Seq *made = seq_new((ItemType)s->type, (Encoding)s->encoding, 0, true);
    uint32_t i = 0;
    for (; i + count <= s->count; i += count) {
        seq_append(made, seq_slice(s, i, count, true));
        seq_append(made, other);
    }
    seq_append(made, seq_slice(s, i, s->count - i, true));
    seq_take(s, made);
    return self;
}

static Value find_nth_seq(Value self, Args a)
{
    uint32_t n;
    Seq *other = arg_seq(a, 0);
    if (!other || !arg_index(a, 1, &n))
        return vm.unwind;
    int64_t at = -1;
    for (uint32_t i = 0; i < n; i++) {
        at = seq_find(of(self), other, (uint32_t)(at + 1));
        if (at < 0)
            return vm.nil;
    }
    return at < 0 ? vm.nil : from_num((double)at);
}

/* ---- strip ---- */

static bool stripped(double c, Seq *items)
{
    if (!items)
        return is_blank(c);
    for (uint32_t i = 0; i < items->count; i++) {
        if (seq_get(items, i) == c)
            return true;
    }
    return false;
}

static Value strip_ends(Value self, Args a, bool left, bool right)
{
    Seq *s = seq_to_change(self, a), *items = NULL;
    if (!s || (a.count && !(items = arg_seq(a, 0))))
        return vm.unwind;
    uint32_t from = 0, to = s->count;
    while (left && from < to && stripped(seq_get(s, from), items))
        from++;
    while (right && to > from && stripped(seq_get(s, to - 1), items))
        to--;
    seq_take(s, seq_slice(s, from, to - from, true));
    return self;
}

static Value strip(Value self, Args a) { return strip_ends(self, a, true, true); }
static Value lstrip(Value self, Args a) { return strip_ends(self, a, true, false); }
static Value rstrip(Value self, Args a) { return strip_ends(self, a, false, true); }

/* ---- replace ---- */

static void append_part(Seq *to, const Seq *s, uint32_t from, uint32_t end)
{
    if (end > from)
        seq_append(to, seq_slice(s, from, end - from, true));
}

/* Replaces occurrences from a place on, at most so many. An empty text is found once, where the search begins, but not at the end. */
/* False when it became too large. */
static bool replace(Seq *s, Seq *old, Seq *by, uint32_t from, uint32_t most)
{
    if (old->count == 0 && (most > 1 || from >= s->count))
        return true;
    if (seq_find(s, old, from) < 0)
        return true;
    if (old == s)
        old = seq_slice(s, 0, s->count, true);
    if (by == s)
        by = seq_slice(s, 0, s->count, true);
    seq_widen(s, by);
    Seq *all = seq_slice(s, 0, 0, true);
    uint32_t kept = 0;
    int64_t i = from;
    while (most-- && (i = seq_find(s, old, (uint32_t)i)) >= 0) {
        if (!gc_may_allocate(((uint64_t)all->count + (uint64_t)i - kept + by->count) * item_size((ItemType)s->type)))
            return false;
        append_part(all, s, kept, (uint32_t)i);
        seq_append(all, by);
        i += old->count;
        kept = (uint32_t)i;
    }
    append_part(all, s, kept, s->count);
    seq_take(s, all);
    return true;
}

static Value replace_seq(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *old = s ? arg_seq(a, 0) : NULL, *by = old ? arg_seq(a, 1) : NULL;
    if (!by)
        return vm.unwind;
    return replace(s, old, by, 0, UINT32_MAX) ? self : over_memory();
}

static Value replace_first_seq(Value self, Args a)
{
    uint32_t from = 0;
    Seq *s = seq_to_change(self, a), *old = s ? arg_seq(a, 0) : NULL, *by = old ? arg_seq(a, 1) : NULL;
    if (!by || (a.count > 2 && !arg_index(a, 2, &from)))
        return vm.unwind;
    return replace(s, old, by, from, 1) ? self : over_memory();
}

static Value replace_map(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    Map *m = s ? arg_map(a, 0) : NULL;
    if (!m)
        return vm.unwind;
    for (uint32_t i = 0; i < m->used; i++) {
        Symbol *key;
        Value v;
        if (map_entry(m, i, &key, &v) && !as_seq(resolve(v)))
            return raise_error(a.message, "argument 0 to method 'replaceMap' must be a Map with Sequence values, not '%s'", type_name(v));
        if (map_entry(m, i, &key, &v) && !replace(s, ref_of(symbol_value(key)), ref_of(resolve(v)), 0, UINT32_MAX))
            return over_memory();
    }
    return self;
}

static Value remove_seq(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *old = s ? arg_seq(a, 0) : NULL;
    if (!old)
        return vm.unwind;
    return replace(s, old, seq_new(ITEM_UINT8, ENC_ASCII, 0, false), 0, UINT32_MAX) ? self : over_memory();
}

static Value remove_prefix(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    if (seq_matches_at(s, other, 0))
        seq_take(s, seq_slice(s, other->count, s->count - other->count, true));
    return self;
}

static Value remove_suffix(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    if (other->count <= s->count && seq_matches_at(s, other, s->count - other->count))
        seq_take(s, seq_slice(s, 0, s->count - other->count, true));
    return self;
}

static Prim prims[] = {
    EAGER("split", split), EAGER("splitNoEmpties", split_no_empties), EAGER("orderedSplit", ordered_split),
    EAGER("insertSeqEvery", insert_seq_every), EAGER("findNthSeq", find_nth_seq), EAGER("strip", strip), EAGER("lstrip", lstrip), EAGER("rstrip", rstrip),
    EAGER("replaceSeq", replace_seq), EAGER("replaceFirstSeq", replace_first_seq), EAGER("replaceMap", replace_map), EAGER("removeSeq", remove_seq),
    EAGER("removePrefix", remove_prefix), EAGER("removeSuffix", remove_suffix),
};

const Proto sequence_edit_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), NULL};
