/* List: sorting by blocks, keys and bodies (io-language 8). */
#include "../exec/call.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "table.h"

static List *of(Control *c) { return ref_of(ctl_self(c)); }

/* ---- a merge sort that is stepped. Operands: 0 items, 1 room, 2 width, 3 start, 4 left, 5 right ---- */

enum { MERGE_OPS = 6 };

static void merge_begin(Control *c, const List *l)
{
    c->op[0] = from_ref(list_slice(l, 0, l->count));
    c->op[1] = from_ref(list_slice(l, 0, l->count));
    c->op[2] = from_num(1);
    c->op[3] = from_num(0);
    c->op[4] = from_num(0);
    c->op[5] = from_num(1);
}

/* What the last comparison said. */
typedef enum First { FIRST_UNKNOWN, FIRST_LEFT, FIRST_RIGHT } First;

/* Goes on to the next comparison; false when all is sorted, in operand 0. */
static bool merge_next(Control *c, First first, Value *left, Value *right)
{
    List *from = ref_of(c->op[0]), *to = ref_of(c->op[1]);
    uint32_t count = from->count, width = (uint32_t)num_of(c->op[2]), start = (uint32_t)num_of(c->op[3]), i = (uint32_t)num_of(c->op[4]),
             j = (uint32_t)num_of(c->op[5]);
    while (width < count) {
        uint32_t middle = start + width < count ? start + width : count, end = start + 2 * width < count ? start + 2 * width : count;
        while (i < middle && j < end) {
            if (first == FIRST_UNKNOWN) {
                *left = list_at(from, i);
                *right = list_at(from, j);
                c->op[2] = from_num(width);
                c->op[3] = from_num(start);
                c->op[4] = from_num(i);
                c->op[5] = from_num(j);
                return true;
            }
            uint32_t place = i + (j - middle);
            list_put(to, place, first == FIRST_LEFT ? list_at(from, i++) : list_at(from, j++));
            first = FIRST_UNKNOWN;
        }
        for (; i < middle; i++)
            list_put(to, i + (j - middle), list_at(from, i));
        for (; j < end; j++)
            list_put(to, i + (j - middle), list_at(from, j));
        start = end;
        if (start >= count) {
            Value v = c->op[0];
            c->op[0] = c->op[1];
            c->op[1] = v;
            from = ref_of(c->op[0]);
            to = ref_of(c->op[1]);
            start = 0;
            width *= 2;
        }
        i = start;
        j = start + width < count ? start + width : count;
    }
    return false;
}

/* ---- by a block ---- */

/* The error of what is no block, as sortInPlaceBy tells it. */
static Request wrong_block(Value v)
{
    wrong_argument(message_new(symbol_of_text("sortInPlaceBy")), 0, v, "Block");
    return REQ_UNWIND;
}

/* Operands: 6 the block. States: 1 the block is known, 2 a comparison is. */
static Request sort_with(Control *c, bool in_place)
{
    First first = FIRST_UNKNOWN;
    Value pair[2]; /* the later item first: of equal ones neither passes the other */
    switch (ctl_state(c)) {
    case 0:
        ctl_ops(c, MERGE_OPS + 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_block(vm.nil);
    case 1:
        if (!as_block(ctl_value(c)))
            return wrong_block(ctl_value(c));
        c->op[MERGE_OPS] = ctl_value(c);
        merge_begin(c, of(c));
        break;
    default:
        first = judge(ctl_value(c)) ? FIRST_RIGHT : FIRST_LEFT;
        break;
    }
    if (merge_next(c, first, &pair[1], &pair[0])) {
        Message *m = message_at(SYM(call), ctl_message(c));
        message_set_args(m, message_literals(pair, 2));
        return call_block(c, ref_of(c->op[MERGE_OPS]), c->f.ctx, pair, 2, m, 2);
    }
    if (!in_place)
        return done(c, c->op[0]);
    list_copy(of(c), ref_of(c->op[0]));
    return done(c, c->f.target);
}

static Request sort_by(Control *c) { return sort_with(c, false); }
static Request sort_in_place_by(Control *c) { return sort_with(c, true); }

/* Sorts items by the values in op[4], both lists of equal length. */
static List *by_keys(List *items, List *keys)
{
    uint32_t count = items->count;
    List *pairs = list_new(count), *sorted = list_new(count);
    for (uint32_t i = 0; i < count; i++) {
        Value pair[] = {list_at(keys, i), from_num(i)};
        list_append(pairs, list_of(pair, 2));
    }
    if (count)
        sort_values(pairs->items->items + pairs->start, count);
    for (uint32_t i = 0; i < count; i++)
        list_append(sorted, list_at(items, (uint32_t)num_of(list_at(ref_of(list_at(pairs, i)), 1))));
    return sorted;
}

static Request sort_by_key(Control *c)
{
    if (ctl_state(c) == 0) {
        if (!each_begin(c, from_ref(list_new(0)), false))
            return REQ_UNWIND;
    } else if (ctl_stopped(c) == STOP_RETURN) {
        return done(c, c->value);
    } else {
        list_append(ref_of(c->op[3]), c->value);
    }
    List *items = ref_of(c->op[0]), *keys = ref_of(c->op[3]);
    if (num_of(c->op[1]) >= items->count)
        return done(c, from_ref(by_keys(items, keys)));
    return each_next_or(c, vm.nil);
}

static Request sort_in_place(Control *c)
{
    if (ctl_argc(c) == 0) {
        List *l = of(c);
        if (l->count)
            sort_values(l->items->items + l->start, l->count);
        if (l->items)
            gc_wrote(l->items);
        return done(c, c->f.target);
    }
    if (ctl_state(c) == 0) {
        each_begin(c, from_ref(list_new(0)), false);
    } else if (ctl_stopped(c) == STOP_RETURN) {
        return done(c, c->value);
    } else {
        list_append(ref_of(c->op[3]), c->value);
    }
    List *items = ref_of(c->op[0]), *keys = ref_of(c->op[3]);
    uint32_t i = (uint32_t)num_of(c->op[1]);
    if (i >= items->count) {
        list_copy(of(c), by_keys(items, keys));
        return done(c, c->f.target);
    }
    c->op[1] = from_num(i + 1.0);
    return eval(c, ctl_arg(c, 0), resolve(list_at(items, i)), ctl_locals(c), 1);
}

/* ---- sortKey: an object whose sort answers the items in the order of their keys; its proto has a name no program can write ---- */

static const char key_sort[] = "`KeySort";

static Request sort_key(Control *c)
{
    if (ctl_state(c) == 0) {
        if (!each_begin(c, from_ref(list_new(0)), false))
            return REQ_UNWIND;
    } else if (ctl_stopped(c) == STOP_RETURN) {
        return done(c, c->value);
    } else if (ctl_stopped(c) != STOP_BREAK) {
        list_append(ref_of(c->op[3]), c->value);
    }
    List *items = ref_of(c->op[0]), *keys = ref_of(c->op[3]);
    if (ctl_stopped(c) != STOP_BREAK && num_of(c->op[1]) < items->count)
        return each_next_or(c, vm.nil);
    List *pairs = list_new(keys->count);
    for (uint32_t i = 0; i < keys->count; i++) {
        Value pair[] = {list_at(keys, i), list_at(items, i)};
        list_append(pairs, list_of(pair, 2));
    }
    Object *o = object_new(shape_of_clones(proto_named(key_sort)));
    set_slot(o, symbol_of_text("pairs"), from_ref(pairs));
    return done(c, from_ref(o));
}

static Value part(Value pair, uint32_t i)
{
    List *l = as_list(resolve(pair));
    return l && i < l->count ? list_at(l, i) : vm.nil;
}

static Value second_parts(const List *pairs)
{
    List *items = list_new(pairs->count);
    for (uint32_t i = 0; i < pairs->count; i++)
        list_append(items, part(list_at(pairs, i), 1));
    return from_ref(items);
}

static Value ascending(List *pairs)
{
    List *keys = list_new(pairs->count);
    for (uint32_t i = 0; i < pairs->count; i++)
        list_append(keys, part(list_at(pairs, i), 0));
    return from_ref(by_keys(ref_of(second_parts(pairs)), keys));
}

/* sort, sort(operator), sort(a, b, body): does the later item come first? Operand: 6 the context. */
static Request key_sort_sort(Control *c)
{
    First first = FIRST_UNKNOWN;
    Value slot, left, right;
    if (ctl_state(c) == 0) {
        List *pairs = get_slot(ctl_self(c), symbol_of_text("pairs"), &slot) ? as_list(resolve(slot)) : NULL;
        if (!pairs)
            pairs = list_new(0);
        if (ctl_argc(c) == 0)
            return done(c, ascending(pairs));
        ctl_ops(c, MERGE_OPS + 1);
        merge_begin(c, pairs);
        c->op[MERGE_OPS] = from_ref(temporary_context(c));
    } else if (ctl_stopped(c) == STOP_RETURN || ctl_stopped(c) == STOP_BREAK) {
        return done(c, c->value);
    } else {
        first = judge(ctl_value(c)) ? FIRST_RIGHT : FIRST_LEFT;
    }
    c->f.stopped = STOP_NONE;
    if (!merge_next(c, first, &left, &right))
        return done(c, second_parts(ref_of(c->op[0])));
    Object *context = ref_of(c->op[MERGE_OPS]);
    if (ctl_argc(c) < 3) {
        Value key = part(left, 0);
        Message *m = message_at(ctl_arg(c, 0)->name, ctl_message(c));
        message_set_args(m, message_literals(&key, 1));
        return perform(c, m, part(right, 0), context, 1);
    }
    set_slot(context, ctl_arg(c, 0)->name, part(right, 0));
    set_slot(context, ctl_arg(c, 1)->name, part(left, 0));
    return eval(c, ctl_arg(c, 2), c->op[MERGE_OPS], context, 1);
}

static Prim prims[] = {
    CONTROL("sortBy", sort_by), CONTROL("sortInPlaceBy", sort_in_place_by), CONTROL_TAKES("sortByKey", sort_by_key, STOP_LOCAL),
    CONTROL_TAKES("sortInPlace", sort_in_place, STOP_LOCAL), CONTROL_TAKES("sortKey", sort_key, STOP_LOCAL),
};
static Prim key_sort_prims[] = {CONTROL_TAKES("sort", key_sort_sort, STOP_LOCAL)};

const Proto list_sort_protos[] = {
    {"List", NULL, K_LIST, false, TABLE(prims), NULL},
    {key_sort, NULL, K_ANY, true, TABLE(key_sort_prims), NULL},
};
