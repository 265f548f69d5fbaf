/* List: search, sets (io-language 8). */
#include <stdlib.h>

#include "../core/fail.h"
#include "../exec/limits.h"
#include "table.h"

static List *of(Value self) { return ref_of(self); }

static Value contains(Value self, Args a) { return bool_value(list_find(of(self), arg(a, 0)) >= 0); }

static Value contains_identical(Value self, Args a)
{
    for (uint32_t i = 0; i < of(self)->count; i++) {
        Value v = resolve(list_at(of(self), i));
        Seq *x = as_seq(v), *y = as_seq(arg(a, 0));
        if (is_same(v, arg(a, 0)) || (x && y && !seq_is_mutable(x) && !seq_is_mutable(y) && seq_equal(x, y)))
            return vm.yes;
    }
    return vm.no;
}

static Value contains_all(Value self, Args a)
{
    List *other = arg_list(a, 0);
    if (!other)
        return vm.unwind;
    for (uint32_t i = 0; i < other->count; i++) {
        if (list_find(of(self), list_at(other, i)) < 0)
            return vm.no;
    }
    return vm.yes;
}

static Value contains_any(Value self, Args a)
{
    List *other = arg_list(a, 0);
    if (!other)
        return vm.unwind;
    for (uint32_t i = 0; i < other->count; i++) {
        if (list_find(of(self), list_at(other, i)) >= 0)
            return vm.yes;
    }
    return vm.no;
}

static Value index_of_value(Value self, Args a)
{
    if (a.count == 0)
        return raise_error(a.message, "Io Assertion 'indexOf requires at least one argument'");
    int64_t i = list_find(of(self), arg(a, 0));
    return i < 0 ? vm.nil : from_num((double)i);
}

static Value unique(Value self, Args a)
{
    (void)a;
    List *l = of(self), *made = list_new(0);
    for (uint32_t i = 0; i < l->count; i++) {
        if (list_find(made, list_at(l, i)) < 0)
            list_append(made, list_at(l, i));
    }
    return from_ref(made);
}

/* A number that is none is found nowhere, so it counts itself. */
static Value unique_count(Value self, Args a)
{
    (void)a;
    List *l = of(self), *items = list_new(0), *made = list_new(0);
    for (uint32_t i = 0; i < l->count; i++) {
        int64_t at = list_find(items, list_at(l, i));
        if (at >= 0) {
            List *pair = ref_of(list_at(made, (uint32_t)at));
            list_put(pair, 1, from_num(num_of(list_at(pair, 1)) + 1));
            continue;
        }
        Value pair[] = {list_at(l, i), from_num(1)};
        list_append(items, pair[0]);
        list_append(made, list_of(pair, 2));
    }
    return from_ref(made);
}

/* The items of `from` that are (or are not) in another list. */
static Value filtered(List *from, const List *other, bool wanted)
{
    List *made = list_new(0);
    for (uint32_t i = 0; i < from->count; i++) {
        if ((list_find(other, list_at(from, i)) >= 0) == wanted)
            list_append(made, list_at(from, i));
    }
    return from_ref(made);
}

static Value list_union(Value self, Args a)
{
    List *other = arg_list(a, 0);
    if (!other)
        return vm.unwind;
    List *made = list_slice(of(self), 0, of(self)->count), *more = ref_of(filtered(other, of(self), false));
    for (uint32_t i = 0; i < more->count; i++)
        list_append(made, list_at(more, i));
    return from_ref(made);
}

static Value intersect(Value self, Args a)
{
    List *other = arg_list(a, 0);
    return other ? filtered(other, of(self), true) : vm.unwind;
}

static Value difference(Value self, Args a)
{
    List *other = arg_list(a, 0);
    return other ? filtered(of(self), other, false) : vm.unwind;
}

/* With a stack of lists: nesting costs no C stack; a list inside itself is left out. */
static Value flatten(Value self, Args a)
{
    (void)a;
    struct Level {
        List *list;
        uint32_t next;
    } *levels = NULL;
    size_t depth = 0, cap = 0;
    List *made = list_new(0), *enter = of(self);
    for (;;) {
        if (enter) {
            bool inside = false;
            for (size_t i = 0; i < depth; i++)
                inside |= levels[i].list == enter;
            if (!inside) {
                if (depth == cap) {
                    cap = cap ? cap * 2 : 16;
                    levels = realloc(levels, cap * sizeof *levels);
                    if (!levels)
                        fail_out_of_memory();
                }
                levels[depth].list = enter;
                levels[depth++].next = 0;
            }
            enter = NULL;
        }
        if (levels[depth - 1].next >= levels[depth - 1].list->count) {
            if (--depth == 0)
                break;
            continue;
        }
        Value v = list_at(levels[depth - 1].list, levels[depth - 1].next++);
        enter = as_list(resolve(v));
        if (!enter)
            list_append(made, v);
    }
    free(levels);
    return from_ref(made);
}
static Prim prims[] = {
    EAGER("contains", contains), EAGER("containsIdenticalTo", contains_identical), EAGER("containsAll", contains_all),
    EAGER("containsAny", contains_any), EAGER("indexOf", index_of_value), EAGER("unique", unique), EAGER("uniqueCount", unique_count),
    EAGER("union", list_union), EAGER("intersect", intersect), EAGER("difference", difference), EAGER("flatten", flatten),
};

const Proto list_search_proto = {"List", NULL, K_LIST, false, TABLE(prims), NULL};
