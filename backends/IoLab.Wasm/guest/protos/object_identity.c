/* Object: identity, kind, comparison by payload (io-language 4.4). */
#include <stdio.h>
#include <stdlib.h>

#include "../core/fail.h"
#include "table.h"

/* ---- order of values, with a work list: nesting costs no C stack ---- */

typedef struct Pair {
    Value a, b;
} Pair;

typedef struct Work {
    Pair *todo;
    size_t count, cap;
    Pair *seen;
    size_t seen_count, seen_cap;
} Work;

static void add_pair(Pair **items, size_t *count, size_t *cap, Value a, Value b)
{
    if (*count == *cap) {
        *cap = *cap ? *cap * 2 : 32;
        *items = realloc(*items, *cap * sizeof **items);
        if (!*items)
            fail_out_of_memory();
    }
    (*items)[(*count)++] = (Pair){a, b};
}

/* Cycles count as equal where they meet again. */
static bool was_seen(Work *w, Value a, Value b)
{
    for (size_t i = 0; i < w->seen_count; i++) {
        if (w->seen[i].a == a && w->seen[i].b == b)
            return true;
    }
    if (w->seen_count < 4096)
        add_pair(&w->seen, &w->seen_count, &w->seen_cap, a, b);
    return false;
}

static int compare_numbers(double a, double b)
{
    if (a < b)
        return -1;
    if (a > b)
        return 1;
    if (a == b)
        return 0;
    return a != a ? (b != b ? 0 : -1) : 1;
}

static int compare_counts(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

static int order_lists(Work *w, Value a, Value b)
{
    List *x = ref_of(a), *y = ref_of(b);
    if (x->count != y->count)
        return compare_counts(x->count, y->count);
    if (was_seen(w, a, b))
        return 0;
    for (uint32_t i = x->count; i > 0; i--)
        add_pair(&w->todo, &w->count, &w->cap, list_at(x, i - 1), list_at(y, i - 1));
    return 0;
}

static int order_maps(Work *w, Value a, Value b)
{
    Map *x = ref_of(a), *y = ref_of(b);
    if (x->count != y->count)
        return compare_counts(x->count, y->count);
    if (was_seen(w, a, b))
        return 0;
    for (uint32_t i = 0; i < x->used; i++) {
        Symbol *key;
        Value v, other;
        if (!map_entry(x, i, &key, &v))
            continue;
        if (!map_get(y, key, &other))
            return 1;
        add_pair(&w->todo, &w->count, &w->cap, v, other);
    }
    return 0;
}

static int order_flat(Work *w, Value a, Value b)
{
    if (is_num(a) && is_num(b))
        return compare_numbers(num_of(a), num_of(b));
    if (a == b)
        return 0;
    Kind x = kind_of(a), y = kind_of(b);
    if (x != y)
        return x < y ? -1 : 1;
    switch (x) {
    case K_SEQUENCE:
        return seq_compare(ref_of(a), ref_of(b));
    case K_LIST:
        return order_lists(w, a, b);
    case K_MAP:
        return order_maps(w, a, b);
    case K_DATE:
    case K_DURATION:
        return compare_numbers(num_of(((Data *)ref_of(a))->field[0]), num_of(((Data *)ref_of(b))->field[0]));
    case K_NUMBER:
        return compare_numbers(is_num(a) ? num_of(a) : num_of(((Data *)ref_of(a))->field[0]), is_num(b) ? num_of(b) : num_of(((Data *)ref_of(b))->field[0]));
    default: {
        uint64_t i = identity_of(ref_of(a)), j = identity_of(ref_of(b));
        return i < j ? -1 : i > j;
    }
    }
}

int order_values(Value a, Value b)
{
    Work w = {0};
    int order = order_flat(&w, resolve(a), resolve(b));
    while (order == 0 && w.count) {
        Pair p = w.todo[--w.count];
        order = order_flat(&w, resolve(p.a), resolve(p.b));
    }
    free(w.todo);
    free(w.seen);
    return order;
}

bool equal_values(Value a, Value b)
{
    a = resolve(a);
    b = resolve(b);
    if (is_num(a) && is_num(b))
        return num_of(a) == num_of(b);
    if (is_kind(a, K_SEQUENCE) && is_kind(b, K_SEQUENCE))
        return seq_equal(ref_of(a), ref_of(b));
    return order_values(a, b) == 0;
}

/* ---- identity ---- */

static bool identical(Value a, Value b)
{
    if (is_same(a, b))
        return true;
    if (is_num(a) && is_num(b))
        return num_of(a) == num_of(b);
    Seq *x = as_seq(a), *y = as_seq(b);
    return x && y && !seq_is_mutable(x) && !seq_is_mutable(y) && seq_equal(x, y);
}

Seq *unique_id(Value v)
{
    char text[32];
    Seq *seq = as_seq(v);
    if (seq && !seq_is_mutable(seq))
        v = symbol_value(symbol_of_seq(seq));
    uint64_t id = is_num(v) ? (uint64_t)(int64_t)num_of(v) : 0x10000 + 16 * identity_of(ref_of(v));
    snprintf(text, sizeof text, "0x%llx", (unsigned long long)id);
    return seq_from_text(text);
}

static Value object_unique_id(Value self, Args a)
{
    (void)a;
    return from_ref(unique_id(self));
}

static Value object_type(Value self, Args a)
{
    (void)a;
    return symbol_value(symbol_of_text(kind_name(self)));
}

static Value is_identical_to(Value self, Args a) { return bool_value(identical(self, arg(a, 0))); }

static Value needs_argument(Args a) { return raise_error(a.message, "Io Assertion 'compare requires argument'"); }

static Value object_equal(Value self, Args a) { return a.count ? bool_value(equal_values(self, arg(a, 0))) : needs_argument(a); }
static Value object_not_equal(Value self, Args a) { return bool_value(!equal_values(self, arg(a, 0))); }

/* With NaN every order is false. */
static bool unordered(Value a, Value b) { return is_num(a) && is_num(b) && (num_of(a) != num_of(a) || num_of(b) != num_of(b)); }

static Value less(Value self, Args a) { return bool_value(!unordered(self, arg(a, 0)) && order_values(self, arg(a, 0)) < 0); }
static Value less_or_equal(Value self, Args a) { return bool_value(!unordered(self, arg(a, 0)) && order_values(self, arg(a, 0)) <= 0); }
static Value greater(Value self, Args a) { return bool_value(!unordered(self, arg(a, 0)) && order_values(self, arg(a, 0)) > 0); }
static Value greater_or_equal(Value self, Args a) { return bool_value(!unordered(self, arg(a, 0)) && order_values(self, arg(a, 0)) >= 0); }

static Value compare(Value self, Args a)
{
    if (!a.count)
        return needs_argument(a);
    int order = order_values(self, arg(a, 0));
    return from_num(order < 0 ? -1 : order > 0);
}

static Value minus(Value self, Args a)
{
    double d;
    (void)self;
    return arg_num(a, 0, &d) ? from_num(-d) : vm.unwind;
}

Value object_as_boolean(Value self, Args a)
{
    (void)a;
    return self == vm.nil || self == vm.no ? self : vm.yes;
}

static Value is_activatable(Value self, Args a)
{
    (void)a;
    return bool_value(is_ref(self) && (object_of(self)->h.flags & F_ACTIVATABLE));
}

static Value set_is_activatable(Value self, Args a)
{
    if (is_num(self))
        return self;
    if (judge(arg(a, 0)))
        object_of(self)->h.flags |= F_ACTIVATABLE;
    else
        object_of(self)->h.flags &= (uint8_t)~F_ACTIVATABLE;
    bump_all();
    return self;
}

static Value arg_is_activation_record(Value self, Args a)
{
    (void)self;
    return bool_value(is_kind(arg(a, 0), K_LOCALS));
}

static Value arg_is_call(Value self, Args a)
{
    (void)self;
    return bool_value(is_kind(arg(a, 0), K_CALL));
}

static void make(Object *self)
{
    data(self, "isNil", vm.no);
    data(self, "isTrue", vm.yes);
    data(self, "isError", vm.no);
}

static Prim prims[] = {
    EAGER_LOCALS("type", object_type),
    EAGER_LOCALS("isIdenticalTo", is_identical_to),
    EAGER_LOCALS("uniqueId", object_unique_id),
    EAGER("uniqueHexId", object_unique_id),
    EAGER_LOCALS("==", object_equal),
    EAGER_LOCALS("!=", object_not_equal),
    EAGER_LOCALS("<", less),
    EAGER_LOCALS("<=", less_or_equal),
    EAGER_LOCALS(">", greater),
    EAGER_LOCALS(">=", greater_or_equal),
    EAGER_LOCALS("compare", compare),
    EAGER_LOCALS("-", minus),
    EAGER_LOCALS("asBoolean", object_as_boolean),
    EAGER_LOCALS("isActivatable", is_activatable),
    EAGER_LOCALS("setIsActivatable", set_is_activatable),
    EAGER_LOCALS("argIsActivationRecord", arg_is_activation_record),
    EAGER_LOCALS("argIsCall", arg_is_call),
};

const Proto object_identity_proto = {"Object", NULL, K_ANY, false, TABLE(prims), make};
