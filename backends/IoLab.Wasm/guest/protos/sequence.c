/* Sequence: items, slices, search, joining, loops (io-language 5.3, 7). */
#include <math.h>
#include <stdlib.h>

#include "../core/number.h"
#include "../exec/call.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "sequence.h"
#include "table.h"

Seq *seq_to_change_as(Value self, Args a, const char *name)
{
    Seq *s = ref_of(self);
    if (seq_is_mutable(s))
        return s;
    raise_error(a.message, "'%s' cannot be called on an immutable Sequence", name);
    return NULL;
}

Seq *seq_to_change(Value self, Args a) { return seq_to_change_as(self, a, a.message->name->text); }

static Seq *of(Value self) { return ref_of(self); }

/* What is joined for a value: a sequence's own items, or a text; null if it must be asked for one. */
static Seq *items_of(Value v)
{
    Seq *s = as_seq(v);
    return s ? s : plain_text(v, SYM(asString));
}

static Value size(Value self, Args a)
{
    (void)a;
    return from_num(of(self)->count);
}

static Value is_empty(Value self, Args a)
{
    (void)a;
    return bool_value(of(self)->count == 0);
}

static Value at(Value self, Args a)
{
    uint32_t i;
    if (!arg_index(a, 0, &i))
        return vm.unwind;
    return i < of(self)->count ? from_raw_num(seq_get(of(self), i)) : vm.nil;
}

static Value at_put(Value self, Args a)
{
    uint32_t i;
    double d;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_index(a, 0, &i) || !arg_num(a, 1, &d))
        return vm.unwind;
    if (!gc_may_allocate(((uint64_t)i + 1) * 8))
        return over_memory();
    if (i >= s->count)
        seq_resize(s, i + 1);
    seq_put(s, i, d);
    return self;
}

static Value append(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    if (a.count == 0)
        return raise_error(a.message, "Io Assertion 'requires at least one argument'");
    for (uint32_t i = 0; i < a.count; i++) {
        double d;
        if (!arg_num(a, i, &d))
            return vm.unwind;
        seq_resize(s, s->count + 1);
        seq_put(s, s->count - 1, d);
    }
    return self;
}

static Value contains(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    for (uint32_t i = 0; i < of(self)->count; i++) {
        if (seq_get(of(self), i) == d)
            return vm.yes;
    }
    return vm.no;
}

static Value set_size(Value self, Args a)
{
    uint32_t count;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_index(a, 0, &count))
        return vm.unwind;
    if (!gc_may_allocate((uint64_t)count * 8))
        return over_memory();
    seq_resize(s, count);
    return self;
}

static Value empty(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    seq_resize(s, 0);
    return self;
}

static Value remove_at(Value self, Args a)
{
    double d;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_num(a, 0, &d))
        return vm.unwind;
    d = trunc(d) < 0 ? trunc(d) + s->count : trunc(d);
    if (!(d >= 0 && d < s->count))
        return vm.nil;
    uint32_t i = (uint32_t)d;
    Value item = from_raw_num(seq_get(s, i));
    seq_splice(s, i, 1, seq_new(ITEM_UINT8, ENC_ASCII, 0, false));
    return item;
}

static Value remove_last(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    if (s->count)
        seq_resize(s, s->count - 1);
    return self;
}

static Value as_list_of_items(Value self, Args a)
{
    (void)a;
    Seq *s = of(self);
    List *l = list_new(s->count);
    for (uint32_t i = 0; i < s->count; i++)
        list_append(l, s->encoding == ENC_NUMBER ? from_raw_num(seq_get(s, i)) : from_ref(seq_slice(s, i, 1, false)));
    return from_ref(l);
}

static void reverse_items(Seq *s)
{
    for (uint32_t i = 0; i < s->count / 2; i++) {
        double d = seq_get(s, i);
        seq_put(s, i, seq_get(s, s->count - 1 - i));
        seq_put(s, s->count - 1 - i, d);
    }
    s->symbol = NULL;
}

static Value reverse(Value self, Args a)
{
    (void)a;
    Seq *s = seq_slice(of(self), 0, of(self)->count, true);
    reverse_items(s);
    return from_ref(s);
}

static Value reverse_in_place(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    reverse_items(s);
    return self;
}

static int by_number(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static Value sort(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    double *items = malloc(((size_t)s->count + 1) * sizeof *items);
    if (!items)
        return raise_error(a.message, "out of memory");
    for (uint32_t i = 0; i < s->count; i++)
        items[i] = seq_get(s, i);
    qsort(items, s->count, sizeof *items, by_number);
    for (uint32_t i = 0; i < s->count; i++)
        seq_put(s, i, items[i]);
    free(items);
    return self;
}

static Value copy(Value self, Args a)
{
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    seq_take(s, other);
    return self;
}

static Value is_zero(Value self, Args a)
{
    (void)a;
    for (uint32_t i = 0; i < of(self)->count; i++) {
        if (seq_get(of(self), i) != 0)
            return vm.no;
    }
    return vm.yes;
}

/* ---- slices ---- */

/* A bound from the end if negative, clamped. */
static uint32_t bound(double d, uint32_t count)
{
    if (d != d)
        d = 0;
    d = trunc(d);
    if (d < 0)
        d += count;
    return d < 0 ? 0 : d > count ? count : (uint32_t)d;
}

/* Part of a mutable one is mutable. */
static Value part(Seq *s, uint32_t from, uint32_t count) { return from_ref(seq_slice(s, from, count, seq_is_mutable(s))); }

static bool bounds(Seq *s, Args a, bool inclusive, uint32_t *from, uint32_t *to)
{
    double d;
    if (!arg_num(a, 0, &d))
        return false;
    *from = bound(d, s->count);
    *to = s->count;
    if (a.count > 1) {
        if (!arg_num(a, 1, &d))
            return false;
        if (inclusive) {
            d = trunc(d);
            d = d < 0 ? d + s->count + 1 : d + 1;
            *to = d < 0 ? 0 : d > s->count ? s->count : (uint32_t)d;
        } else {
            *to = bound(d, s->count);
        }
    }
    if (*to < *from)
        *to = *from;
    return true;
}

static Value sliced(Value self, Args a, bool inclusive)
{
    uint32_t from, to;
    if (!bounds(of(self), a, inclusive, &from, &to))
        return vm.unwind;
    return part(of(self), from, to - from);
}

static Value ex_slice(Value self, Args a) { return sliced(self, a, false); }
static Value in_slice(Value self, Args a) { return sliced(self, a, true); }

static Value slice(Value self, Args a)
{
    Buffer b = {0};
    buffer_format(&b, "Warning in %s: 'slice' is deprecated.  Use 'exSlice' instead.\n", a.message->label->text);
    emit(b.data, b.length);
    buffer_free(&b);
    a.message = message_at(symbol_of_text("exSlice"), a.message);
    return sliced(self, a, false);
}

static Value remove_slice(Value self, Args a)
{
    uint32_t from, to;
    Seq *s = seq_to_change(self, a);
    double d;
    if (s && a.count == 1 && arg_num(a, 0, &d))
        return wrong_argument(a.message, 1, vm.nil, "Number");
    if (!s || !bounds(s, a, true, &from, &to))
        return vm.unwind;
    seq_splice(s, from, to - from, seq_new(ITEM_UINT8, ENC_ASCII, 0, false));
    return self;
}

static Value split_at(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    uint32_t i = bound(d, of(self)->count);
    Value parts[] = {from_ref(seq_slice(of(self), 0, i, false)), from_ref(seq_slice(of(self), i, of(self)->count - i, false))};
    return list_of(parts, 2);
}

static Value before_seq(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    int64_t i = seq_find(of(self), other, 0);
    return i < 0 ? self : part(of(self), 0, (uint32_t)i);
}

static Value after_seq(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    int64_t i = of(self)->count ? seq_find(of(self), other, 0) : -1;
    if (i < 0)
        return vm.nil;
    uint32_t from = (uint32_t)i + other->count;
    return part(of(self), from, of(self)->count - from);
}

/* nil as a bound stands for an end of the text. */
/* As seq_find, but at the end nothing is found, not even an empty sequence. */
int64_t seq_find_before_end(const Seq *s, const Seq *sought, uint32_t from) { return from < s->count ? seq_find(s, sought, from) : -1; }

static bool is_border(Args a, uint32_t i)
{
    if (arg(a, i) == vm.nil || as_seq(arg(a, i)))
        return true;
    raise_error(a.message, "Nil or Sequence argument required for arg %u, not a %s", (unsigned)i, type_name(arg(a, i)));
    return false;
}

static Value between(Value self, Args a)
{
    Seq *s = of(self), *left = as_seq(arg(a, 0)), *right = as_seq(arg(a, 1));
    if (!is_border(a, 0))
        return vm.unwind;
    int64_t from = left ? seq_find(s, left, 0) : 0;
    if (from < 0)
        return vm.nil;
    if (!is_border(a, 1))
        return vm.unwind;
    from += left ? left->count : 0;
    int64_t to = right ? seq_find_before_end(s, right, (uint32_t)from) : s->count;
    return to < 0 ? vm.nil : from_ref(seq_slice(s, (uint32_t)from, (uint32_t)(to - from), true));
}

/* ---- search ---- */

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

/* ---- joining ---- */


static bool all_have_items(Args a)
{
    for (uint32_t i = 0; i < a.count; i++) {
        if (!items_of(arg(a, i)))
            return false;
    }
    return true;
}

/* Some value must be asked for its text: `self name(value asString) name(...)` instead, for each of them. */
static Value join_asked(Args a, const char *name, bool is_backwards)
{
    Message *first = ask_message(SYM(self), NULL), *last = first;
    for (uint32_t i = 0; i < a.count; i++) {
        Message *value = message_literal(arg(a, is_backwards ? a.count - 1 - i : i)), *next = ask_message(symbol_of_text(name), NULL);
        Array *args = array_new(1);
        message_set_next(value, ask_message(SYM(asString), NULL));
        array_set(args, 0, from_ref(value));
        message_set_args(next, args);
        message_set_next(last, next);
        last = next;
    }
    Block *block = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    block->body = first;
    block->o.h.flags |= F_OPAQUE | F_PASS_STOPS;
    gc_wrote(block);
    vm.redirect = from_ref(block);
    return vm.unwind;
}

static Value append_seq(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    if (a.count == 0)
        return raise_error(a.message, "Io Assertion 'requires at least one argument'");
    if (!all_have_items(a))
        return join_asked(a, "`appendItems", false);
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *text = items_of(arg(a, i));
        if (!gc_may_allocate(((uint64_t)s->count + text->count) * item_size((ItemType)s->type)))
            return over_memory();
        seq_append(s, text);
    }
    return self;
}

static Value prepend_seq(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "atInsertSeq");
    if (!s)
        return vm.unwind;
    if (!all_have_items(a))
        return join_asked(a, "`prependItems", true);
    for (uint32_t i = a.count; i > 0; i--)
        seq_splice(s, 0, 0, items_of(arg(a, i - 1)));
    return self;
}

static Value append_items(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "appendSeq"), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    seq_append(s, other);
    return self;
}

static Value prepend_items(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "atInsertSeq"), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    seq_splice(s, 0, 0, other);
    return self;
}

static Value at_insert_seq(Value self, Args a)
{
    uint32_t i;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_index(a, 0, &i))
        return vm.unwind;
    Seq *text = items_of(arg(a, 1));
    if (!text)
        return redirect(SYM(atInsertSeq));
    if (i > s->count)
        return raise_error(a.message, "Io Assertion 'insert index out of sequence bounds'");
    seq_splice(s, i, 0, text);
    return self;
}

static Value concatenate(Value self, Args a)
{
    Seq *parts[2] = {of(self), as_seq(arg(a, 0))};
    if (parts[0]->encoding == ENC_NUMBER)
        parts[0] = plain_text(self, SYM(asString));
    if (!parts[1] || parts[1]->encoding == ENC_NUMBER)
        parts[1] = plain_text(arg(a, 0), SYM(asString));
    if (!parts[0] || !parts[1])
        return redirect(SYM(concatenate));
    Seq *all = seq_join(parts[0], parts[1]);
    return all ? from_ref(all) : over_memory();
}

/* Of a vector the items, not its text. */
static Value clone_append(Value self, Args a)
{
    Seq *other = plain_text(arg(a, 0), SYM(asString)), *all = other ? seq_join(of(self), other) : NULL;
    if (!other)
        return redirect(SYM(concatenate));
    return all ? from_ref(all) : over_memory();
}

static Value join_items(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    Seq *all = seq_join(of(self), other);
    return all ? from_ref(all) : over_memory();
}

static Value with(Value self, Args a)
{
    Seq *s = seq_slice(of(self), 0, of(self)->count, true);
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *other = arg_seq(a, i);
        if (!other)
            return vm.unwind;
        seq_append(s, other);
    }
    return from_ref(seq_slice(s, 0, s->count, seq_is_mutable(of(self))));
}

static Value repeated(Value self, Args a)
{
    double times;
    if (!arg_num(a, 0, &times))
        return vm.unwind;
    times = times > 0 ? ceil(times) : 0; /* as in a loop: a part of a turn is a turn */
    Seq *s = of(self);
    if (!(times * s->count < 1e9) || !gc_may_allocate((uint64_t)(times * (double)seq_bytes(s))))
        return over_memory();
    uint32_t n = (uint32_t)times;
    Seq *all = seq_new((ItemType)s->type, (Encoding)s->encoding, s->count * n, true);
    for (uint32_t i = 0; i < n && s->count; i++)
        memcpy(all->bytes->data + i * seq_bytes(s), s->bytes->data, seq_bytes(s));
    return from_ref(all);
}

/* ---- loops ---- */

/* Operands: 0 next index, 1 last value. */
static Request foreach(Control *c)
{
    uint32_t args = ctl_argc(c), name = 0;
    if (ctl_state(c) == 0) {
        if (args < 1)
            return raise_request(c, "[Sequence foreach] requires 2 arguments\n");
        ctl_ops(c, 2);
        c->op[0] = from_num(0);
    } else if (!ctl_end_turn(c, 1)) {
        return done(c, c->value);
    }
    double next = num_of(c->op[0]);
    Seq *s = of(ctl_self(c));
    if (next >= s->count)
        return done(c, c->op[1]);
    c->op[0] = from_num(next + 1);
    if (args == 1)
        return eval(c, ctl_arg(c, 0), from_raw_num(seq_get(s, (uint32_t)next)), ctl_locals(c), 1);
    if (args > 2)
        ctl_set_local(c, ctl_arg(c, name++)->name, from_num(next));
    ctl_set_local(c, ctl_arg(c, name++)->name, from_raw_num(seq_get(s, (uint32_t)next)));
    return eval_arg(c, name, 1);
}

/* A piece of what an interpolation answers. Pieces are pairs (the pairs before, a piece), last first: nothing is changed in place, so that a continuation
   can go on twice. */
static void add_piece(Control *c, Seq *text)
{
    Value pair[] = {c->op[2], from_ref(seq_is_mutable(text) ? seq_slice(text, 0, text->count, false) : text)};
    c->op[2] = list_of(pair, 2);
}

static Seq *joined_pieces(Control *c)
{
    List *pieces = list_new(0);
    for (List *l = as_list(c->op[2]); l; l = as_list(list_at(l, 0)))
        list_append(pieces, list_at(l, 1));
    Seq *all = seq_slice(ref_of(c->op[0]), 0, 0, true);
    for (uint32_t i = pieces->count; i > 0; i--) {
        const Seq *piece = ref_of(list_at(pieces, i - 1));
        if (!gc_may_allocate(((uint64_t)all->count + piece->count) * item_size((ItemType)all->type)))
            return NULL;
        seq_append(all, piece);
    }
    return all;
}

/* Operands: 0 the source, 1 the place in it, 2 the pieces so far, 3 the context. State 1: context known; 2: a value; 3: its text. */
static Request interpolate_into(Control *c, bool in_place)
{
    uint32_t state = ctl_state(c);
    if (state == 0) {
        Seq *self = of(ctl_self(c));
        if (in_place && !seq_is_mutable(self))
            return raise_request(c, "'%s' cannot be called on an immutable Sequence", ctl_message(c)->name->text);
        ctl_ops(c, 4);
        c->op[0] = from_ref(seq_is_mutable(self) ? seq_slice(self, 0, self->count, false) : self);
        c->op[1] = from_num(0);
        c->op[3] = c->f.ctx;
        if (ctl_argc(c))
            return eval_arg(c, 0, 1);
    } else if (state == 1) {
        if (ctl_value(c) != vm.nil)
            c->op[3] = ctl_value(c);
    } else {
        Seq *text = state == 3 ? as_seq(ctl_value(c)) : plain_text(c->value, SYM(asString));
        if (!text && state == 2)
            return perform(c, ask_message(SYM(asString), NULL), c->value, ctl_locals(c), 3);
        if (text)
            add_piece(c, text);
    }
    Seq *source = ref_of(c->op[0]), *opening = seq_from_text("#{"), *closing = seq_from_text("}");
    for (;;) {
        uint32_t from = (uint32_t)num_of(c->op[1]);
        int64_t open = seq_find(source, opening, from), close = open < 0 ? -1 : seq_find(source, closing, (uint32_t)open);
        uint32_t end = close < 0 ? source->count : (uint32_t)open;
        if (end > from)
            add_piece(c, seq_slice(source, from, end - from, false));
        if (close < 0)
            break;
        c->op[1] = from_num((double)close + 1);
        Text code = seq_utf8(seq_slice(source, (uint32_t)open + 2, (uint32_t)(close - open) - 2, false));
        Message *chain;
        Value parsed = run_parse(code.data, code.length, ctl_message(c)->label, ctl_message(c), true, &chain);
        text_free(&code);
        if (parsed == vm.unwind)
            return REQ_UNWIND;
        if (chain)
            return eval(c, chain, resolve(c->op[3]), as_context(c->op[3]), 2);
    }
    Seq *all = joined_pieces(c);
    if (!all)
        return unwinding(over_memory());
    if (!in_place)
        return done(c, all->count ? from_ref(seq_slice(all, 0, all->count, false)) : symbol_value(SYM(empty)));
    seq_take(of(ctl_self(c)), all);
    return done(c, c->f.target);
}

static Request interpolate(Control *c) { return interpolate_into(c, false); }
static Request interpolate_in_place(Control *c) { return interpolate_into(c, true); }

static Prim prims[] = {
    EAGER("size", size), EAGER("isEmpty", is_empty), EAGER("at", at), EAGER("atPut", at_put), EAGER("append", append), EAGER("contains", contains),
    EAGER("setSize", set_size), EAGER("preallocateToSize", set_size), EAGER("empty", empty), EAGER("removeAt", remove_at),
    EAGER("removeLast", remove_last), EAGER("asList", as_list_of_items), EAGER("reverse", reverse), EAGER("reverseInPlace", reverse_in_place),
    EAGER("sort", sort), EAGER("copy", copy), EAGER("isZero", is_zero), EAGER("exSlice", ex_slice), EAGER("exclusiveSlice", ex_slice),
    EAGER("inSlice", in_slice), EAGER("inclusiveSlice", in_slice), EAGER("slice", slice), EAGER("removeSlice", remove_slice), EAGER("splitAt", split_at),
    EAGER("beforeSeq", before_seq), EAGER("afterSeq", after_seq), EAGER("between", between), EAGER("betweenSeq", between), EAGER("findSeq", find_seq),
    EAGER("reverseFindSeq", reverse_find_seq), EAGER("findSeqs", find_seqs), EAGER("containsSeq", contains_seq), EAGER("beginsWithSeq", begins_with),
    EAGER("endsWithSeq", ends_with), EAGER("occurrencesOfSeq", occurrences), EAGER("containsAnyCaseSeq", contains_any_case),
    EAGER("isEqualAnyCase", equal_any_case), EAGER("..", concatenate), EAGER("appendSeq", append_seq), EAGER("prependSeq", prepend_seq),
    EAGER("atInsertSeq", at_insert_seq), EAGER("cloneAppendSeq", clone_append), EAGER("with", with), EAGER("repeated", repeated),
    EAGER("`join", join_items), EAGER("`appendItems", append_items), EAGER("`prependItems", prepend_items), CONTROL_TAKES("foreach", foreach, STOP_LOOP), CONTROL("interpolate", interpolate),
    CONTROL("interpolateInPlace", interpolate_in_place),
};

const Proto sequence_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), NULL};
