/* Map (io-language 5.6, 8). */
#include "table.h"

#include "../exec/call.h"
#include "../exec/unwind.h"

static Map *of(Value self) { return ref_of(self); }

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

/* The error of a key that is no sequence, as atPut tells it. */
static Value wrong_key(Value key) { return wrong_argument(message_new(symbol_of_text("atPut")), 0, key, "Sequence"); }

static Value with(Value self, Args a)
{
    Map *m = (Map *)object_clone(object_of(self));
    for (uint32_t i = 0; i < a.count; i += 2) {
        Seq *key = as_seq(arg(a, i));
        if (!key)
            return wrong_key(arg(a, i));
        map_put(m, symbol_of_seq(key), arg(a, i + 1));
    }
    return from_ref(m);
}

static Value at_put(Value self, Args a)
{
    Symbol *key = arg_symbol(a, 0);
    if (!key)
        return vm.unwind;
    map_put(of(self), key, arg(a, 1));
    return self;
}

/* The default is evaluated only on a miss. */
static Request at(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Sequence");
    Seq *key = as_seq(ctl_value(c));
    Value v;
    if (!key)
        return wrong_arg(c, 0, ctl_value(c), "Sequence");
    if (map_get(of(ctl_self(c)), symbol_of_seq(key), &v))
        return done(c, v);
    return ctl_argc(c) > 1 ? tail_arg(c, 1) : done(c, vm.nil);
}

/* Operand: 0 the key. */
static Request at_if_absent_put(Control *c)
{
    if (ctl_state(c) == 0) {
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Sequence");
    }
    if (ctl_state(c) == 1) {
        Seq *key = as_seq(ctl_value(c));
        Value v;
        if (!key)
            return wrong_arg(c, 0, ctl_value(c), "Sequence");
        if (map_get(of(ctl_self(c)), symbol_of_seq(key), &v))
            return done(c, v);
        c->op[0] = ctl_value(c);
        if (ctl_argc(c) > 1)
            return eval_arg(c, 1, 2);
        c->value = vm.nil;
    }
    map_put(of(ctl_self(c)), symbol_of_seq(as_seq(c->op[0])), c->value);
    return done(c, c->value);
}

static Value has_key(Value self, Args a)
{
    Symbol *key = arg_symbol(a, 0);
    Value v;
    return key ? bool_value(map_get(of(self), key, &v)) : vm.unwind;
}

static Value has_value(Value self, Args a)
{
    Map *m = of(self);
    for (uint32_t i = 0; i < m->used; i++) {
        Symbol *key;
        Value v;
        if (map_entry(m, i, &key, &v) && equal_values(v, arg(a, 0)))
            return vm.yes;
    }
    return vm.no;
}

static Value remove_at(Value self, Args a)
{
    Symbol *key = arg_symbol(a, 0);
    if (!key)
        return vm.unwind;
    map_remove(of(self), key);
    return self;
}

static Value empty(Value self, Args a)
{
    (void)a;
    map_clear(of(self));
    return self;
}

static List *keys_of(Map *m)
{
    List *l = list_new(m->count);
    Symbol *key;
    Value v;
    for (uint32_t i = 0; i < m->used; i++) {
        if (map_entry(m, i, &key, &v))
            list_append(l, symbol_value(key));
    }
    return l;
}

static Value keys(Value self, Args a)
{
    (void)a;
    return from_ref(keys_of(of(self)));
}

static Value values(Value self, Args a)
{
    (void)a;
    Map *m = of(self);
    List *l = list_new(m->count);
    Symbol *key;
    Value v;
    for (uint32_t i = 0; i < m->used; i++) {
        if (map_entry(m, i, &key, &v))
            list_append(l, v);
    }
    return from_ref(l);
}

static Value as_list_of_pairs(Value self, Args a)
{
    (void)a;
    Map *m = of(self);
    List *l = list_new(m->count);
    Symbol *key;
    Value v;
    for (uint32_t i = 0; i < m->used; i++) {
        if (map_entry(m, i, &key, &v)) {
            Value pair[] = {symbol_value(key), v};
            list_append(l, list_of(pair, 2));
        }
    }
    return from_ref(l);
}

static Value as_object(Value self, Args a)
{
    (void)a;
    Map *m = of(self);
    Object *o = object_new(shape_of_clones(PROTO(Object)));
    Symbol *key;
    Value v;
    for (uint32_t i = 0; i < m->used; i++) {
        if (map_entry(m, i, &key, &v))
            set_slot(o, key, v);
    }
    return from_ref(o);
}

static void put_all(Map *to, Map *from)
{
    Symbol *key;
    Value v;
    for (uint32_t i = 0; i < from->used; i++) {
        if (map_entry(from, i, &key, &v))
            map_put(to, key, v);
    }
}

static Value merge(Value self, Args a)
{
    Map *other = arg_map(a, 0);
    if (!other)
        return vm.unwind;
    Map *m = map_new();
    put_all(m, of(self));
    put_all(m, other);
    return from_ref(m);
}

static Value merge_in_place(Value self, Args a)
{
    Map *other = arg_map(a, 0);
    if (!other)
        return vm.unwind;
    put_all(of(self), other);
    return self;
}

static Value reverse_map(Value self, Args a)
{
    (void)a;
    Map *m = of(self), *made = map_new();
    Symbol *key;
    Value v;
    for (uint32_t i = 0; i < m->used; i++) {
        if (!map_entry(m, i, &key, &v))
            continue;
        if (!as_seq(resolve(v)))
            return wrong_key(v);
        map_put(made, symbol_of_seq(as_seq(resolve(v))), symbol_value(key));
    }
    return from_ref(made);
}

static Value add_keys_and_values(Value self, Args a)
{
    List *k = arg_list(a, 0), *v = k ? arg_list(a, 1) : NULL;
    if (!v)
        return vm.unwind;
    for (uint32_t i = 0; i < k->count; i++) {
        Seq *key = as_seq(resolve(list_at(k, i)));
        if (!key)
            return wrong_key(list_at(k, i));
        map_put(of(self), symbol_of_seq(key), i < v->count ? list_at(v, i) : vm.nil);
    }
    return self;
}

/* Operands of all loops: 0 keys, 1 next index, 2 last value, 3 result. */
static void begin(Control *c)
{
    ctl_ops(c, 4);
    c->op[0] = from_ref(keys_of(of(ctl_self(c))));
    c->op[1] = from_num(0);
}

/* Sets the names for the next entry that is still there; false at the end. */
static bool next_entry(Control *c)
{
    List *all = ref_of(c->op[0]);
    Value v;
    while (num_of(c->op[1]) < all->count) {
        Value key = list_at(all, (uint32_t)num_of(c->op[1]));
        c->op[1] = from_num(num_of(c->op[1]) + 1);
        if (!map_get(of(ctl_self(c)), symbol_of_seq(ref_of(key)), &v))
            continue;
        uint32_t args = ctl_argc(c);
        if (args > 2)
            ctl_set_local(c, ctl_arg(c, 0)->name, key);
        ctl_set_local(c, ctl_arg(c, args - 2)->name, v);
        return true;
    }
    return false;
}

static void entry(Control *c, Value *key, Value *v)
{
    *key = list_at(ref_of(c->op[0]), (uint32_t)num_of(c->op[1]) - 1);
    if (!map_get(of(ctl_self(c)), symbol_of_seq(ref_of(*key)), v))
        *v = vm.nil;
}

static Request foreach(Control *c)
{
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) < 2)
            return raise_request(c, "[Map foreach] requires 2 arguments\n");
        begin(c);
    } else if (!ctl_end_turn(c, 2)) {
        return done(c, c->value);
    }
    return next_entry(c) ? eval_arg(c, ctl_argc(c) - 1, 1) : done(c, c->op[2]);
}

static Request map_map(Control *c)
{
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) < 2)
            return raise_request(c, "[Map foreach] requires 2 arguments\n");
        begin(c);
        c->op[3] = from_ref(list_new(0));
    } else {
        if (ctl_stopped(c) == STOP_BREAK)
            return done(c, c->op[3]);
        if (!ctl_stopped(c))
            list_append(ref_of(c->op[3]), c->value);
        c->f.stopped = STOP_NONE;
    }
    return next_entry(c) ? eval_arg(c, ctl_argc(c) - 1, 1) : done(c, c->op[3]);
}

/* With one name and a body, the name is the key's. */
static bool next_by_key(Control *c)
{
    if (ctl_argc(c) != 2)
        return next_entry(c);
    List *all = ref_of(c->op[0]);
    if (num_of(c->op[1]) >= all->count)
        return false;
    ctl_set_local(c, ctl_arg(c, 0)->name, list_at(all, (uint32_t)num_of(c->op[1])));
    c->op[1] = from_num(num_of(c->op[1]) + 1);
    return true;
}

static Request map_select(Control *c)
{
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) < 2)
            return raise_request(c, "[Map foreach] requires 2 arguments\n");
        begin(c);
        c->op[3] = from_ref(map_new());
    } else {
        if (ctl_stopped(c) == STOP_BREAK)
            return done(c, c->op[3]);
        if (!ctl_stopped(c) && judge(ctl_value(c))) {
            Value key, v;
            entry(c, &key, &v);
            map_put(ref_of(c->op[3]), symbol_of_seq(ref_of(key)), v);
        }
        c->f.stopped = STOP_NONE;
    }
    return next_by_key(c) ? eval_arg(c, ctl_argc(c) - 1, 1) : done(c, c->op[3]);
}

static Request detect(Control *c)
{
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) < 2)
            return raise_request(c, "[Map foreach] requires 2 arguments\n");
        begin(c);
    } else {
        if (ctl_stopped(c) == STOP_BREAK)
            return done(c, c->value);
        if (!ctl_stopped(c) && judge(ctl_value(c))) {
            Value pair[2];
            entry(c, &pair[0], &pair[1]);
            return done(c, list_of(pair, 2));
        }
        c->f.stopped = STOP_NONE;
    }
    if (next_by_key(c))
        return eval_arg(c, ctl_argc(c) - 1, 1);
    return done(c, ((List *)ref_of(c->op[0]))->count ? vm.no : vm.nil);
}

static Prim prims[] = {
    EAGER("size", size), EAGER("isEmpty", is_empty), EAGER("isNotEmpty", is_not_empty), EAGER("with", with), EAGER("atPut", at_put), CONTROL("at", at),
    CONTROL("atIfAbsentPut", at_if_absent_put), EAGER("hasKey", has_key), EAGER("hasValue", has_value), EAGER("removeAt", remove_at),
    EAGER("empty", empty), EAGER("keys", keys), EAGER("values", values), EAGER("asList", as_list_of_pairs), EAGER("asObject", as_object),
    EAGER("merge", merge), EAGER("mergeInPlace", merge_in_place), EAGER("reverseMap", reverse_map), EAGER("addKeysAndValues", add_keys_and_values),
    CONTROL_TAKES("foreach", foreach, STOP_LOOP), CONTROL_TAKES("map", map_map, STOP_LOOP), CONTROL_TAKES("select", map_select, STOP_LOOP),
    CONTROL_TAKES("detect", detect, STOP_LOOP),
};

const Proto map_proto = {"Map", NULL, K_MAP, false, TABLE(prims), NULL};
