/* Sequence: search (io-language 5.3, 7). */
#include <math.h>

#include "../core/number.h"
#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

static Value find_seq(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    double from = 0;
    if (!other || (a.count > 1 && !arg_num(a, 1, &from)))
        return vm.unwind;
    int64_t i = trunc(from) < 0 || !(trunc(from) < of(self)->count) ? -1 : seq_find(of(self), other, (uint32_t)from);
    return i < 0 ? vm.nil : from_num((double)i);
}

static Value reverse_find_seq(Value self, Args a)
{
    Seq *s = of(self), *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    double from = s->count;
    if (a.count > 1 && arg(a, 1) != vm.nil && !arg_num(a, 1, &from))
        return vm.unwind;
    if (!(from >= 0 && from <= s->count))
        return vm.nil;
    /* It must end before `from`, or at it; the very first place only before. */
    int64_t last = (int64_t)from + 1 - other->count, end = (int64_t)s->count - other->count;
    for (int64_t i = last < end ? last : end; i >= 0 && (i > 0 || other->count <= from); i--) {
        uint32_t k = 0;
        while (k < other->count && seq_get(s, (uint32_t)i + k) == seq_get(other, k))
            k++;
        if (k == other->count)
            return from_num((double)i);
    }
    return vm.nil;
}

static Value contains_seq(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    return other ? bool_value(seq_find_before_end(of(self), other, 0) >= 0) : vm.unwind;
}

bool seq_matches_at(const Seq *s, const Seq *other, uint32_t at_)
{
    if ((uint64_t)at_ + other->count > s->count)
        return false;
    if (s->type == ITEM_UINT8 && other->type == ITEM_UINT8)
        return other->count == 0 || memcmp(seq_data(s) + at_, seq_data(other), other->count) == 0;
    for (uint32_t i = 0; i < other->count; i++) {
        if (seq_get(s, at_ + i) != seq_get(other, i))
            return false;
    }
    return true;
}

static Value begins_with(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    return other ? bool_value(seq_matches_at(of(self), other, 0)) : vm.unwind;
}

static Value ends_with(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    return bool_value(other->count <= of(self)->count && seq_matches_at(of(self), other, of(self)->count - other->count));
}

static Value occurrences(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    double count = 0;
    for (int64_t i = 0; other->count && (i = seq_find(of(self), other, (uint32_t)i)) >= 0; i += other->count)
        count++;
    return from_num(count);
}

static double fold(double c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

static Seq *folded(Seq *s)
{
    Seq *copy_ = seq_slice(s, 0, s->count, true);
    for (uint32_t i = 0; i < s->count; i++)
        seq_put(copy_, i, fold(seq_get(s, i)));
    return copy_;
}

static Value contains_any_case(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    return other ? bool_value(seq_find(folded(of(self)), folded(other), 0) >= 0) : vm.unwind;
}

static Value equal_any_case(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    return other ? bool_value(seq_equal(folded(of(self)), folded(other))) : vm.unwind;
}

static Value find_seqs(Value self, Args a)
{
    List *l = arg_list(a, 0);
    double from = 0;
    if (!l || (a.count > 1 && !arg_num(a, 1, &from)))
        return vm.unwind;
    from = trunc(from);
    int64_t best = -1;
    Value match = vm.nil;
    for (uint32_t i = 0; i < l->count; i++) {
        Seq *other = as_seq(resolve(list_at(l, i)));
        if (!other)
            return raise_error(a.message, "requires Sequences as arguments, not %ss", type_name(list_at(l, i)));
        int64_t found = from >= 0 && from <= of(self)->count ? seq_find(of(self), other, (uint32_t)from) : -1;
        if (found >= 0 && (best < 0 || found < best)) {
            best = found;
            match = list_at(l, i);
        }
    }
    if (best < 0)
        return vm.nil;
    Object *o = object_new(shape_of_clones(PROTO(Object)));
    set_slot(o, symbol_of_text("index"), from_num((double)best));
    set_slot(o, symbol_of_text("match"), match);
    return from_ref(o);
}
static Prim prims[] = {
    EAGER("findSeq", find_seq), EAGER("reverseFindSeq", reverse_find_seq), EAGER("findSeqs", find_seqs), EAGER("containsSeq", contains_seq),
    EAGER("beginsWithSeq", begins_with), EAGER("endsWithSeq", ends_with), EAGER("occurrencesOfSeq", occurrences),
    EAGER("containsAnyCaseSeq", contains_any_case), EAGER("isEqualAnyCase", equal_any_case),
};

const Proto sequence_search_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), NULL};
