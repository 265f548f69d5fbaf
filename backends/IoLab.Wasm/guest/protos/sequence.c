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
    if (x == y)
        return (int)signbit(y) - (int)signbit(x); /* minus zero comes before zero */
    return x < y ? -1 : x > y ? 1 : (x == x) - (y == y); /* not-a-number comes first */
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
static Prim prims[] = {
    EAGER("size", size), EAGER("isEmpty", is_empty), EAGER("at", at), EAGER("atPut", at_put), EAGER("append", append), EAGER("contains", contains),
    EAGER("setSize", set_size), EAGER("preallocateToSize", set_size), EAGER("empty", empty), EAGER("removeAt", remove_at),
    EAGER("removeLast", remove_last), EAGER("asList", as_list_of_items), EAGER("reverse", reverse), EAGER("reverseInPlace", reverse_in_place),
    EAGER("sort", sort), EAGER("copy", copy), EAGER("isZero", is_zero), EAGER("exSlice", ex_slice), EAGER("exclusiveSlice", ex_slice),
    EAGER("inSlice", in_slice), EAGER("inclusiveSlice", in_slice), EAGER("slice", slice), EAGER("removeSlice", remove_slice),
    EAGER("splitAt", split_at), EAGER("beforeSeq", before_seq), EAGER("afterSeq", after_seq), EAGER("between", between), EAGER("betweenSeq", between),
    CONTROL_TAKES("foreach", foreach, STOP_LOOP),
};

const Proto sequence_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), NULL};
