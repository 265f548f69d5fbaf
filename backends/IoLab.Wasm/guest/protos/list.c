/* List: access, search, change, sorting (io-language 5.5, 8). */
#include <math.h>
#include <stdlib.h>

#include "../core/fail.h"
#include "../exec/limits.h"
#include "table.h"

static List *of(Value self) { return ref_of(self); }

Value list_of(const Value *values, uint32_t count)
{
    List *l = list_new(count);
    for (uint32_t i = 0; i < count; i++)
        list_append(l, values[i]);
    return from_ref(l);
}

/* A list like another: a clone's proto is the other's. */
List *list_like(List *l)
{
    List *made = list_new(0);
    Array *protos = protos_of(&l->o);
    if (protos && protos->cap)
        made->o.shape = shape_of_clones(object_of(protos->items[0]));
    return made;
}

/* An index counted from the end if negative; -1 if there is no such item. */
static int64_t index_of(const List *l, double d)
{
    if (!(d > -9e15 && d < 9e15))
        return -1;
    int64_t i = (int64_t)d;
    if (i < 0)
        i += l->count;
    return i >= 0 && i < (int64_t)l->count ? i : -1;
}

static Value item(const List *l, uint32_t i) { return i < l->count ? list_at(l, i) : vm.nil; }

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

static Value is_not_empty(Value self, Args a)
{
    (void)a;
    return bool_value(of(self)->count != 0);
}

static Value capacity(Value self, Args a)
{
    (void)a;
    return from_num(of(self)->items ? of(self)->items->cap : 0);
}

static Value with(Value self, Args a)
{
    List *l = (List *)object_clone(object_of(self));
    for (uint32_t i = 0; i < a.count; i++)
        list_append(l, arg(a, i));
    return from_ref(l);
}

Value list_item_at(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    int64_t i = index_of(of(self), d);
    return i < 0 ? vm.nil : list_at(of(self), (uint32_t)i);
}

static Value first(Value self, Args a)
{
    (void)a;
    return item(of(self), 0);
}

static Value second(Value self, Args a)
{
    (void)a;
    return item(of(self), 1);
}

static Value third(Value self, Args a)
{
    (void)a;
    return item(of(self), 2);
}

static Value last(Value self, Args a)
{
    (void)a;
    return of(self)->count ? list_at(of(self), of(self)->count - 1) : vm.nil;
}

static Value rest(Value self, Args a)
{
    (void)a;
    List *l = of(self);
    return from_ref(l->count ? list_slice(l, 1, l->count - 1) : list_new(0));
}

static Value out_of_bounds(Args a) { return raise_error(a.message, "index out of bounds\n"); }

/* An index in 0 ... count - 1, or an error. */
static bool strict_index(Args a, uint32_t i, uint32_t count, uint32_t *index)
{
    double d;
    if (!arg_num(a, i, &d))
        return false;
    d = trunc(d);
    if (!(d >= 0 && d < count)) {
        out_of_bounds(a);
        return false;
    }
    *index = (uint32_t)d;
    return true;
}

static Value at_put(Value self, Args a)
{
    uint32_t i;
    if (!strict_index(a, 0, of(self)->count, &i))
        return vm.unwind;
    list_put(of(self), i, arg(a, 1));
    return self;
}

static Value swap_indices(Value self, Args a)
{
    uint32_t i, j;
    double second;
    List *l = of(self);
    if (!arg_num(a, 0, &second) || !arg_num(a, 1, &second))
        return vm.unwind;
    if (!strict_index(a, 0, l->count, &i) || !strict_index(a, 1, l->count, &j))
        return vm.unwind;
    Value v = list_at(l, i);
    list_put(l, i, list_at(l, j));
    list_put(l, j, v);
    return self;
}

/* A bound of a slice: from the end if negative, clamped. */
static int64_t bound(double d, int64_t count, int64_t step)
{
    int64_t i = d > 9e15 ? (int64_t)9e15 : d < -9e15 ? (int64_t)-9e15 : (int64_t)d;
    if (i < 0) {
        i += count;
        if (i < 0)
            return step < 0 ? -1 : 0;
    } else if (i >= count) {
        return step < 0 ? count - 1 : count;
    }
    return i;
}

static List *sliced(List *l, Args a)
{
    double from, to = 0, step = 1;
    if (!arg_num(a, 0, &from) || (a.count > 1 && !arg_num(a, 1, &to)) || (a.count > 2 && !arg_num(a, 2, &step)))
        return NULL;
    int64_t by = (int64_t)step, count = l->count;
    if (by == 0) {
        raise_error(a.message, "Io Assertion 'step cannot be equal to zero'");
        return NULL;
    }
    int64_t begin = bound(from, count, by), end = a.count > 1 ? bound(to, count, by) : by < 0 ? -1 : count;
    List *part = list_new(0);
    for (int64_t i = begin; by > 0 ? i < end : i > end; i += by)
        list_append(part, list_at(l, (uint32_t)i));
    return part;
}

static Value slice(Value self, Args a)
{
    List *l = sliced(of(self), a);
    return l ? from_ref(l) : vm.unwind;
}

static void take(List *l, const List *from)
{
    l->items = from->items;
    l->start = from->start;
    l->count = from->count;
    gc_wrote(l);
}

static Value slice_in_place(Value self, Args a)
{
    List *l = sliced(of(self), a);
    if (!l)
        return vm.unwind;
    take(of(self), l);
    return self;
}

static Value reverse_in_place(Value self, Args a)
{
    (void)a;
    List *l = of(self);
    for (uint32_t i = 0; i < l->count / 2; i++) {
        Value v = list_at(l, i);
        list_put(l, i, list_at(l, l->count - 1 - i));
        list_put(l, l->count - 1 - i, v);
    }
    return self;
}

static Value item_copy(Value self, Args a)
{
    (void)a;
    return from_ref(list_slice(of(self), 0, of(self)->count));
}

static Value reverse(Value self, Args a) { return reverse_in_place(item_copy(self, a), a); }

static Value copy(Value self, Args a)
{
    List *other = as_list(arg(a, 0));
    if (!other)
        return raise_error(a.message, "Io Assertion 'requires List objects as arguments'");
    list_copy(of(self), list_slice(other, 0, other->count));
    return self;
}

/* ---- changes ---- */

static Value needs_argument(Args a) { return raise_error(a.message, "Io Assertion 'requires at least one argument'"); }

static Value append(Value self, Args a)
{
    if (a.count == 0)
        return needs_argument(a);
    for (uint32_t i = 0; i < a.count; i++)
        list_append(of(self), arg(a, i));
    return self;
}

static Value prepend(Value self, Args a)
{
    if (a.count == 0)
        return needs_argument(a);
    for (uint32_t i = 0; i < a.count; i++)
        list_insert(of(self), 0, arg(a, i));
    return self;
}

int64_t list_find(const List *l, Value v)
{
    for (uint32_t i = 0; i < l->count; i++) {
        if (equal_values(list_at(l, i), v))
            return i;
    }
    return -1;
}

static Value append_if_absent(Value self, Args a)
{
    for (uint32_t i = 0; i < a.count; i++) {
        if (list_find(of(self), arg(a, i)) < 0)
            list_append(of(self), arg(a, i));
    }
    return self;
}

static Value append_seq(Value self, Args a)
{
    for (uint32_t i = 0; i < a.count; i++) {
        List *other = as_list(arg(a, i));
        if (!other)
            return raise_error(a.message, "Io Assertion 'requires List objects as arguments'");
        if (other == of(self))
            return raise_error(a.message, "can't add a list to itself\n");
        for (uint32_t k = 0; k < other->count; k++)
            list_append(of(self), list_at(other, k));
    }
    return self;
}

static Value insert(Value self, Args a, uint32_t index_at, uint32_t value_at)
{
    uint32_t i;
    if (!strict_index(a, index_at, of(self)->count + 1, &i))
        return vm.unwind;
    list_insert(of(self), i, arg(a, value_at));
    return self;
}

Value list_at_insert(Value self, Args a) { return insert(self, a, 0, 1); }
static Value insert_at(Value self, Args a) { return insert(self, a, 1, 0); }

static Value insert_beside(Value self, Args a, int after)
{
    List *l = of(self);
    int64_t i = list_find(l, arg(a, 1));
    list_insert(l, i < 0 ? l->count : (uint32_t)(i + after), arg(a, 0));
    return self;
}

static Value insert_after(Value self, Args a) { return insert_beside(self, a, 1); }
static Value insert_before(Value self, Args a) { return insert_beside(self, a, 0); }

static Value remove_last(Value self, Args a)
{
    (void)a;
    return of(self)->count ? list_remove(of(self), of(self)->count - 1) : vm.nil;
}

static Value remove_first(Value self, Args a)
{
    (void)a;
    return of(self)->count ? list_remove(of(self), 0) : vm.nil;
}

Value list_remove_at(Value self, Args a)
{
    uint32_t i;
    return strict_index(a, 0, of(self)->count, &i) ? list_remove(of(self), i) : vm.unwind;
}

static void remove_all_of(List *l, Value v)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        Value one = list_at(l, i);
        if (!equal_values(one, v))
            list_put(l, kept++, one);
    }
    list_resize(l, kept);
}

static Value list_remove_values(Value self, Args a)
{
    if (a.count == 0)
        return needs_argument(a);
    for (uint32_t i = 0; i < a.count; i++)
        remove_all_of(of(self), arg(a, i));
    return self;
}

static Value remove_seq(Value self, Args a)
{
    List *other = arg_list(a, 0);
    if (!other)
        return vm.unwind;
    List *gone = list_slice(other, 0, other->count);
    for (uint32_t i = 0; i < gone->count; i++)
        remove_all_of(of(self), list_at(gone, i));
    return self;
}

static Value remove_all(Value self, Args a)
{
    (void)a;
    list_clear(of(self));
    return self;
}

static Value set_size(Value self, Args a)
{
    uint32_t count;
    if (!arg_index(a, 0, &count))
        return vm.unwind;
    if (!gc_may_allocate((uint64_t)count * 8))
        return over_memory();
    list_resize(of(self), count);
    return self;
}

static Value preallocate(Value self, Args a)
{
    uint32_t count;
    return arg_index(a, 0, &count) ? self : vm.unwind;
}

/* ---- sorting: stable, by merging ---- */

static void merge(Value *values, Value *room, uint32_t count)
{
    for (uint32_t width = 1; width < count; width *= 2) {
        for (uint32_t at_ = 0; at_ < count; at_ += 2 * width) {
            uint32_t middle = at_ + width < count ? at_ + width : count, end = at_ + 2 * width < count ? at_ + 2 * width : count;
            uint32_t i = at_, j = middle;
            for (uint32_t k = at_; k < end; k++)
                room[k] = i < middle && (j >= end || order_values(values[i], values[j]) <= 0) ? values[i++] : values[j++];
        }
        memcpy(values, room, count * sizeof *values);
    }
}

void sort_values(Value *values, uint32_t count)
{
    Value *room = malloc((count + 1) * sizeof *room);
    if (!room)
        fail_out_of_memory();
    merge(values, room, count);
    free(room);
}

static Value sort(Value self, Args a)
{
    (void)a;
    List *l = list_like(of(self));
    take(l, list_slice(of(self), 0, of(self)->count));
    if (l->count)
        sort_values(l->items->items + l->start, l->count);
    return from_ref(l);
}

/* ---- conversions ---- */

static Value as_map_of_pairs(Value self, Args a)
{
    (void)a;
    Map *m = map_new();
    for (uint32_t i = 0; i < of(self)->count; i++) {
        List *pair = as_list(resolve(list_at(of(self), i)));
        Value key = !pair ? list_at(of(self), i) : pair->count ? list_at(pair, 0) : vm.nil;
        if (!as_seq(resolve(key)))
            return wrong_argument(message_new(symbol_of_text("atPut")), 0, key, "Sequence");
        map_put(m, symbol_of_seq(as_seq(resolve(key))), pair && pair->count > 1 ? list_at(pair, 1) : vm.nil);
    }
    return from_ref(m);
}

static Value as_message_of_items(Value self, Args a)
{
    (void)a;
    List *l = of(self);
    Message *m = message_new(SYM(unnamed));
    message_set_args(m, message_literals(l->count ? l->items->items + l->start : NULL, l->count));
    return from_ref(m);
}

static Prim prims[] = {
    EAGER("with", with), EAGER("size", size), EAGER("isEmpty", is_empty), EAGER("isNotEmpty", is_not_empty), EAGER("capacity", capacity),
    EAGER("at", list_item_at), EAGER("first", first), EAGER("second", second), EAGER("third", third), EAGER("last", last), EAGER("rest", rest),
    EAGER("atPut", at_put), EAGER("swapIndices", swap_indices), EAGER("slice", slice), EAGER("exSlice", slice), EAGER("sliceInPlace", slice_in_place),
    EAGER("reverse", reverse), EAGER("reverseInPlace", reverse_in_place), EAGER("copy", copy), EAGER("itemCopy", item_copy), EAGER("append", append),
    EAGER("push", append), EAGER("prepend", prepend), EAGER("appendIfAbsent", append_if_absent), EAGER("appendSeq", append_seq),
    EAGER("atInsert", list_at_insert), EAGER("insertAt", insert_at), EAGER("insertAfter", insert_after), EAGER("insertBefore", insert_before),
    EAGER("pop", remove_last), EAGER("removeLast", remove_last), EAGER("removeFirst", remove_first), EAGER("removeAt", list_remove_at),
    EAGER("remove", list_remove_values), EAGER("removeSeq", remove_seq), EAGER("removeAll", remove_all), EAGER("empty", remove_all),
    EAGER("setSize", set_size), EAGER("preallocateToSize", preallocate), EAGER("sort", sort), EAGER("asMap", as_map_of_pairs),
    EAGER("asMessage", as_message_of_items),
};

const Proto list_proto = {"List", NULL, K_LIST, false, TABLE(prims), NULL};
