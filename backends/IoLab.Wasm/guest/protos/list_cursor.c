/* ListCursor: a list and a place in it; and List's mapFromKey. */
#include <math.h>

#include "../exec/unwind.h"
#include "table.h"

static Value read(Value self, const char *name)
{
    Value v;
    return get_slot(self, symbol_of_text(name), &v) ? resolve(v) : vm.nil;
}

static double place_of(Value self)
{
    Value v = read(self, "index");
    return is_num(v) ? trunc(num_of(v)) : 0;
}

static List *list_under(Value self) { return as_list(read(self, "collection")); }

static void put(Value self, const char *name, Value v) { set_slot_of(self, symbol_of_text(name), v); }

static Value go(Value self, double place, bool is_there)
{
    put(self, "index", from_num(place));
    return bool_value(is_there);
}

static Value set_index(Value self, Args a)
{
    put(self, "index", arg(a, 0));
    return self;
}

static Value set_collection(Value self, Args a)
{
    put(self, "collection", arg(a, 0));
    return self;
}

/* At the end, or behind it since the list has become shorter, it goes to the last item: of an empty list that is -1. */
static Value next(Value self, Args a)
{
    (void)a;
    List *l = list_under(self);
    double place = place_of(self) + 1, last = (l ? l->count : 0) - 1.0;
    return go(self, fmin(place, last), place <= last);
}

static Value previous(Value self, Args a)
{
    (void)a;
    double place = place_of(self) - 1;
    return go(self, fmax(place, 0), place >= 0);
}

/* What a primitive of List answers to the place and another value; nil without a list. */
static Value ask_list(Value self, EagerFn what, Args a, Value more)
{
    Value l = read(self, "collection"), values[] = {from_num(place_of(self)), more};
    return as_list(l) ? what(l, (Args){values, 2, a.message}) : vm.nil;
}

static Value value(Value self, Args a) { return ask_list(self, list_item_at, a, vm.nil); }
static Value insert(Value self, Args a) { return ask_list(self, list_at_insert, a, arg(a, 0)); }
static Value remove_item(Value self, Args a) { return ask_list(self, list_remove_at, a, vm.nil); }

static void make(Object *self)
{
    data(self, "type", text_value("ListCursor"));
    data(self, "index", from_num(0));
    data(self, "collection", vm.nil);
    data(PROTO(List), "ListCursor", from_ref(self));
}

static Value cursor(Value self, Args a)
{
    (void)a;
    Object *o = object_new(shape_of_clones(proto_named("ListCursor")));
    set_slot(o, symbol_of_text("collection"), self);
    return from_ref(o);
}

/* Operands: 0 items, 1 next index, 2 the name, 3 the map. */
static Request map_from_key(Control *c)
{
    switch (ctl_state(c)) {
    case 0: {
        List *l = ref_of(ctl_self(c));
        ctl_ops(c, 4);
        c->op[0] = from_ref(list_slice(l, 0, l->count));
        c->op[1] = from_num(0);
        c->op[3] = from_ref(map_new());
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Sequence");
    }
    case 1:
        if (!as_seq(ctl_value(c)))
            return wrong_arg(c, 0, ctl_value(c), "Sequence");
        c->op[2] = ctl_value(c);
        break;
    default: {
        Seq *key = as_seq(ctl_value(c));
        if (!key)
            return unwinding(wrong_argument(message_new(symbol_of_text("atPut")), 0, ctl_value(c), "Sequence"));
        map_put(ref_of(c->op[3]), symbol_of_seq(key), list_at(ref_of(c->op[0]), (uint32_t)num_of(c->op[1]) - 1));
        break;
    }
    }
    List *items = ref_of(c->op[0]);
    uint32_t i = (uint32_t)num_of(c->op[1]);
    if (i >= items->count)
        return done(c, c->op[3]);
    c->op[1] = from_num(i + 1.0);
    return perform(c, message_at(symbol_of_seq(as_seq(c->op[2])), ctl_message(c)), list_at(items, i), ctl_locals(c), 2);
}

static Prim cursor_prims[] = {
    EAGER("setIndex", set_index), EAGER("setCollection", set_collection), EAGER("next", next), EAGER("previous", previous), EAGER("value", value),
    EAGER("insert", insert), EAGER("remove", remove_item),
};
static Prim list_prims[] = {EAGER("cursor", cursor), CONTROL("mapFromKey", map_from_key)};

const Proto list_cursor_protos[] = {
    {"ListCursor", NULL, K_ANY, true, TABLE(cursor_prims), make},
    {"List", NULL, K_LIST, false, TABLE(list_prims), NULL},
};
