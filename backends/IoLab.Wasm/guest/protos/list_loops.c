/* List: loops over items (io-language 3.12, 8). */
#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/compile.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "table.h"

static List *of(Control *c) { return ref_of(ctl_self(c)); }

Object *temporary_context(Control *c)
{
    Object *locals = ctl_locals(c);
    Array *protos = array_new(1);
    array_set(protos, 0, from_ref(locals));
    Object *o = object_new(shape_new_root(protos));
    if (locals->h.flags & F_LOCALS) {
        Value self;
        o->h.flags |= F_LOCALS;
        if (get_slot(from_ref(locals), SYM(self), &self))
            set_slot(o, SYM(self), self);
    }
    return o;
}

/* ---- map's kind of body: (message), (name, body), (index, name, body). Operands: 0 items, 1 next index, 2 context, 3 result ---- */

bool each_begin(Control *c, Value result, bool live)
{
    if (ctl_argc(c) == 0) {
        raise_error(ctl_message(c), "missing argument");
        return false;
    }
    ctl_ops(c, 8);
    c->op[0] = live ? ctl_self(c) : from_ref(list_slice(of(c), 0, of(c)->count));
    c->op[1] = from_num(0);
    if (ctl_argc(c) > 1)
        c->op[2] = from_ref(temporary_context(c));
    c->op[3] = result;
    return true;
}

Value each_item(Control *c)
{
    List *items = ref_of(c->op[0]);
    uint32_t i = (uint32_t)num_of(c->op[1]) - 1;
    return i < items->count ? list_at(items, i) : vm.nil;
}

void each_add_rest(Control *c)
{
    List *items = ref_of(c->op[0]);
    for (uint32_t i = (uint32_t)num_of(c->op[1]); i < items->count; i++)
        list_append(ref_of(c->op[3]), list_at(items, i));
    c->op[1] = from_num(items->count);
}

Request each_next_or(Control *c, Value result)
{
    List *items = ref_of(c->op[0]);
    uint32_t i = (uint32_t)num_of(c->op[1]), args = ctl_argc(c), name = 0;
    c->f.stopped = STOP_NONE;
    if (i >= items->count)
        return done(c, result);
    c->op[1] = from_num(i + 1.0);
    Value v = list_at(items, i);
    if (args == 1)
        return eval(c, ctl_arg(c, 0), resolve(v), ctl_locals(c), 1);
    Object *context = ref_of(c->op[2]);
    if (args > 2)
        set_slot(context, ctl_arg(c, name++)->name, from_num(i));
    set_slot(context, ctl_arg(c, name++)->name, v);
    return eval(c, ctl_arg(c, name), c->op[2], context, 1);
}

/* ---- foreach: (message), (name, body), (index, name, body), names in the sender. Operands: 0 next index, 1 last value ---- */

static Request turn(Control *c, Value v, double index, uint32_t args)
{
    uint32_t name = 0;
    if (args == 1)
        return eval(c, ctl_arg(c, 0), resolve(v), ctl_locals(c), 1);
    if (args > 2)
        ctl_set_local(c, ctl_arg(c, name++)->name, from_num(index));
    ctl_set_local(c, ctl_arg(c, name++)->name, v);
    return eval_arg(c, name, 1);
}

Request list_foreach(Control *c)
{
    uint32_t args = ctl_argc(c);
    if (ctl_state(c) == 0) {
        if (args == 0)
            return raise_request(c, "[List foreach] requires 2 arguments\n");
        ctl_ops(c, 2);
        c->op[0] = from_num(0);
    } else if (!ctl_end_turn(c, 1)) {
        return done(c, c->value);
    }
    double next = num_of(c->op[0]);
    List *l = of(c);
    if (next >= l->count)
        return done(c, c->op[1]);
    c->op[0] = from_num(next + 1);
    return turn(c, list_at(l, (uint32_t)next), next, args);
}

static Request reverse_foreach(Control *c)
{
    uint32_t args = ctl_argc(c);
    if (ctl_state(c) == 0) {
        if (args < 2)
            return raise_request(c, "[List reverseForeach] requires 2 arguments\n");
        ctl_ops(c, 2);
        c->op[0] = from_num(of(c)->count);
    } else if (!ctl_end_turn(c, 1)) {
        return done(c, c->value);
    }
    double next = num_of(c->op[0]) - 1;
    List *l = of(c);
    if (next >= l->count)
        next = (double)l->count - 1;
    if (next < 0)
        return done(c, c->op[1]);
    c->op[0] = from_num(next);
    return turn(c, list_at(l, (uint32_t)next), next, args);
}

/* ---- map, select, detect ---- */

static Request list_map(Control *c)
{
    if (ctl_state(c) == 0) {
        if (!each_begin(c, from_ref(list_like(of(c))), false))
            return REQ_UNWIND;
    } else if (ctl_stopped(c) == STOP_RETURN) {
        return done(c, c->value);
    } else {
        list_append(ref_of(c->op[3]), c->value);
        if (ctl_stopped(c) == STOP_BREAK)
            each_add_rest(c);
    }
    return each_next_or(c, c->op[3]);
}

static Request map_in_place(Control *c)
{
    if (ctl_state(c) == 0) {
        if (!each_begin(c, vm.nil, true))
            return REQ_UNWIND;
    } else if (ctl_stopped(c) == STOP_RETURN) {
        return done(c, c->value);
    } else {
        uint32_t i = (uint32_t)num_of(c->op[1]) - 1;
        if (i < of(c)->count)
            list_put(of(c), i, c->value);
        if (ctl_stopped(c) == STOP_BREAK)
            return done(c, c->f.target);
    }
    return each_next_or(c, c->f.target);
}

static Request select_items(Control *c, bool in_place)
{
    if (ctl_state(c) == 0) {
        if (!each_begin(c, from_ref(list_like(of(c))), false))
            return REQ_UNWIND;
    } else if (ctl_stopped(c) == STOP_RETURN) {
        return done(c, c->value);
    } else if (ctl_stopped(c) || judge(ctl_value(c))) {
        list_append(ref_of(c->op[3]), each_item(c));
        if (ctl_stopped(c) == STOP_BREAK)
            each_add_rest(c);
    }
    List *items = ref_of(c->op[0]), *result = ref_of(c->op[3]);
    if (in_place && num_of(c->op[1]) >= items->count) {
        list_copy(of(c), result);
        return done(c, c->f.target);
    }
    return each_next_or(c, c->op[3]);
}

static Request list_select(Control *c) { return select_items(c, false); }
static Request select_in_place(Control *c) { return select_items(c, true); }

static Request detect(Control *c)
{
    int found = 0;
    switch (ctl_state(c)) {
    case 0:
        if (!each_begin(c, vm.nil, true))
            return REQ_UNWIND;
        break;
    case 1:
        if (ctl_stopped(c) == STOP_RETURN || ctl_stopped(c) == STOP_BREAK)
            return done(c, c->value);
        if (!ctl_stopped(c))
            found = truth_of(c->value);
        if (found < 0)
            return perform(c, ask_message(SYM(asBoolean), NULL), c->value, ctl_locals(c), 2);
        break;
    default:
        found = judge(ctl_value(c));
        break;
    }
    return found ? done(c, each_item(c)) : each_next_or(c, vm.nil);
}

/* ---- reduce: (operator, [initial]) or (a, b, body, [initial]) ---- */

/* The operator's message with an argument that is read from the context: made, and compiled, once for all items. */
static Message *operation(Control *c, Symbol *item)
{
    Message *m = message_shallow_copy(ctl_arg(c, 0));
    Array *one = array_new(1);
    m->cached = vm.absent;
    array_set(one, 0, from_ref(message_new(item)));
    message_set_args(m, one);
    return m;
}

/* Operands: 0 items, 1 next index, 2 context, 3 so far, 4 the operator's message. */
static Request reduce_items(Control *c, bool backwards)
{
    uint32_t args = ctl_argc(c), initial = args >= 3 ? 3 : 1;
    if (ctl_state(c) == 0) {
        if (args == 0)
            return raise_request(c, "missing argument");
        ctl_ops(c, 5);
        List *l = list_slice(of(c), 0, of(c)->count);
        for (uint32_t i = 0; backwards && i < l->count / 2; i++) {
            Value v = list_at(l, i);
            list_put(l, i, list_at(l, l->count - 1 - i));
            list_put(l, l->count - 1 - i, v);
        }
        c->op[0] = from_ref(l);
        c->op[1] = from_num(0);
        if (args > initial)
            return eval_arg(c, initial, 2);
        if (l->count == 0)
            return done(c, vm.nil);
        c->op[3] = list_at(l, 0);
        c->op[1] = from_num(1);
    } else if (ctl_stopped(c) == STOP_RETURN || ctl_stopped(c) == STOP_BREAK) {
        return done(c, c->value);
    } else {
        c->op[3] = c->value;
    }
    List *l = ref_of(c->op[0]);
    uint32_t i = (uint32_t)num_of(c->op[1]);
    if (i >= l->count)
        return done(c, c->op[3]);
    c->op[1] = from_num(i + 1.0);
    Value v = list_at(l, i);
    if (c->op[2] == vm.nil)
        c->op[2] = from_ref(temporary_context(c));
    Object *context = ref_of(c->op[2]);
    if (args < 3) {
        Symbol *item = symbol_of_text("`item");
        if (c->op[4] == vm.nil)
            c->op[4] = from_ref(operation(c, item));
        set_slot(context, item, v);
        return perform(c, ref_of(c->op[4]), c->op[3], context, 1);
    }
    set_slot(context, ctl_arg(c, 0)->name, c->op[3]);
    set_slot(context, ctl_arg(c, 1)->name, v);
    return eval(c, ctl_arg(c, 2), c->op[2], context, 1);
}

static Request reduce(Control *c) { return reduce_items(c, false); }
static Request reverse_reduce(Control *c) { return reduce_items(c, true); }

/* Operands: 0 items, 1 next index, 2 so far. */
static Request sum(Control *c)
{
    if (ctl_state(c) == 0) {
        List *l = of(c);
        double total = 0;
        uint32_t i = 0;
        while (i < l->count && is_num(list_at(l, i)) && !vm.redefined)
            total += num_of(list_at(l, i++));
        if (i == l->count)
            return done(c, l->count ? from_num(total) : vm.nil);
        ctl_ops(c, 3);
        c->op[0] = from_ref(list_slice(l, 0, l->count));
        c->op[1] = from_num(1);
        c->op[2] = list_at(l, 0);
    } else {
        c->op[2] = c->value;
    }
    List *l = ref_of(c->op[0]);
    uint32_t i = (uint32_t)num_of(c->op[1]);
    if (i >= l->count)
        return done(c, c->op[2]);
    c->op[1] = from_num(i + 1.0);
    Value v = list_at(l, i);
    return send(c, symbol_of_text("+"), c->op[2], &v, 1, 1);
}

/* Operands as for map; 3 the best item, 4 its key, 5 the key that is compared. States: 1 a key is known, 2 a comparison is. */
static void take_best(Control *c)
{
    c->op[3] = each_item(c);
    c->op[4] = c->op[5];
}

/* The item with the key that answers true to a comparison with all others. Answers false if the machine must be asked. */
static bool consider(Control *c, Value key, const char *comparison, Request *request)
{
    c->op[5] = key;
    bool is_first = num_of(c->op[1]) == 1;
    if (!is_first && !(is_num(key) && is_num(c->op[4]) && !vm.redefined)) {
        *request = send(c, symbol_of_text(comparison), key, &c->op[4], 1, 2);
        return false;
    }
    if (is_first || (*comparison == '>' ? num_of(key) > num_of(c->op[4]) : num_of(key) < num_of(c->op[4])))
        take_best(c);
    return true;
}

static Request extreme(Control *c, const char *comparison)
{
    Request request;
    if (ctl_state(c) == 0) {
        ctl_ops(c, 6);
        c->op[0] = from_ref(list_slice(of(c), 0, of(c)->count));
        c->op[1] = from_num(0);
    } else if (ctl_state(c) == 1) {
        if (ctl_stopped(c))
            return done(c, c->value);
        if (!consider(c, ctl_value(c), comparison, &request))
            return request;
    } else if (judge(ctl_value(c))) {
        take_best(c);
    }
    List *items = ref_of(c->op[0]);
    for (uint32_t i; (i = (uint32_t)num_of(c->op[1])) < items->count;) {
        c->op[1] = from_num(i + 1.0);
        if (ctl_argc(c))
            return eval(c, ctl_arg(c, 0), resolve(list_at(items, i)), ctl_locals(c), 1);
        if (!consider(c, resolve(list_at(items, i)), comparison, &request))
            return request;
    }
    return done(c, c->op[3]);
}

static Request list_max(Control *c) { return extreme(c, ">"); }
static Request list_min(Control *c) { return extreme(c, "<"); }

/* Operands as for map; 3 a Map, 4 the key's text is awaited. */
static Request group_by(Control *c)
{
    if (ctl_state(c) == 0) {
        if (!each_begin(c, from_ref(map_new()), false))
            return REQ_UNWIND;
        return each_next_or(c, c->op[3]);
    }
    Seq *key = plain_text(c->value, SYM(asString));
    if (ctl_state(c) == 2)
        key = as_seq(ctl_value(c));
    else if (!key)
        return perform(c, ask_message(SYM(asString), NULL), c->value, ctl_locals(c), 2);
    if (!key)
        key = seq_from_text(kind_name(c->value));
    Map *m = ref_of(c->op[3]);
    Value group;
    if (!map_get(m, symbol_of_seq(key), &group)) {
        group = from_ref(list_new(0));
        map_put(m, symbol_of_seq(key), group);
    }
    list_append(ref_of(group), each_item(c));
    return each_next_or(c, c->op[3]);
}

static Prim prims[] = {
    CONTROL_TAKES("foreach", list_foreach, STOP_LOOP), CONTROL_TAKES("reverseForeach", reverse_foreach, STOP_LOOP),
    CONTROL_TAKES("map", list_map, STOP_LOCAL), CONTROL_TAKES("mapInPlace", map_in_place, STOP_LOCAL), CONTROL_TAKES("select", list_select, STOP_LOCAL),
    CONTROL_TAKES("selectInPlace", select_in_place, STOP_LOCAL), CONTROL_TAKES("detect", detect, STOP_LOCAL), CONTROL_TAKES("reduce", reduce, STOP_LOCAL),
    CONTROL_TAKES("reverseReduce", reverse_reduce, STOP_LOCAL), CONTROL("sum", sum), CONTROL_TAKES("max", list_max, STOP_LOCAL),
    CONTROL_TAKES("min", list_min, STOP_LOCAL), CONTROL_TAKES("groupBy", group_by, STOP_LOCAL),
};

const Proto list_loops_proto = {"List", NULL, K_LIST, false, TABLE(prims), NULL};
