/* Object: clones and protos (io-language 4.1, 4.3). */
#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/unwind.h"
#include "table.h"

Value object_self(Value self, Args a)
{
    (void)a;
    return self;
}

static Value object_init(Value self, Args a)
{
    (void)a;
    return self;
}

static Value object_clone_init(Value self, Args a)
{
    (void)a;
    if (is_num(self))
        return self;
    Object *proto = object_of(self);
    if (proto->h.kind == K_NUMBER)
        return ((Data *)proto)->field[0];
    /* The shape of its clones remembers that the init they would find is the built-in one. */
    Shape *s = proto->shape->clone_shape;
    if (!s || (proto->h.flags & F_PROTO) == 0 || s->init_epoch != SYM(init)->epoch) {
        Value init;
        if (get_slot(self, SYM(init), &init) && !is_prim(init, object_init, NULL))
            return redirect(SYM(clone));
        s = shape_of_clones(proto);
        s->init_epoch = SYM(init)->epoch;
    }
    return from_ref(object_clone(proto));
}

static Value clone_without_init(Value self, Args a)
{
    (void)a;
    if (is_num(self))
        return self;
    Object *proto = object_of(self);
    return proto->h.kind == K_NUMBER ? ((Data *)proto)->field[0] : from_ref(object_clone(proto));
}

static Request send_init(Control *c)
{
    if (ctl_state(c))
        return done(c, c->f.target);
    return perform(c, message_at(SYM(init), ctl_message(c)), c->f.target, ctl_locals(c), 1);
}

static Value shallow_copy(Value self, Args a)
{
    (void)a;
    return is_num(self) ? self : from_ref(object_shallow_copy(object_of(self)));
}

static Array *protos_of_value(Value self)
{
    if (is_ref(self))
        return protos_of(object_of(self));
    Array *one = array_new(1);
    array_set(one, 0, from_ref(PROTO(Number)));
    return one;
}

static Value object_proto(Value self, Args a)
{
    (void)a;
    Array *protos = protos_of_value(self);
    return protos && protos->cap ? protos->items[0] : vm.nil;
}

static Value object_protos(Value self, Args a)
{
    (void)a;
    Array *protos = protos_of_value(self);
    return list_of(protos ? protos->items : NULL, protos ? protos->cap : 0);
}

/* A proto given by a program: numbers stand in through an object. */
static Value as_proto(Value v)
{
    v = resolve(v);
    return is_ref(v) ? v : from_ref(number_stand_in(num_of(v), true));
}

static Value replace(Value self, Array *protos)
{
    if (is_ref(self))
        set_protos(object_of(self), protos);
    return self;
}

static Value set_proto(Value self, Args a)
{
    Array *one = array_new(1);
    array_set(one, 0, as_proto(arg(a, 0)));
    return replace(self, one);
}

static Value object_set_protos(Value self, Args a)
{
    List *l = arg_list(a, 0);
    if (!l)
        return vm.unwind;
    Array *protos = array_new(l->count);
    for (uint32_t i = 0; i < l->count; i++)
        array_set(protos, i, as_proto(list_at(l, i)));
    return replace(self, protos);
}

/* The protos with one more in front or behind. */
static Value add_proto(Value self, Value added, bool in_front)
{
    Array *before = protos_of_value(self);
    uint32_t count = before ? before->cap : 0;
    Array *protos = array_new(count + 1);
    for (uint32_t i = 0; i < count; i++)
        array_set(protos, in_front ? i + 1 : i, before->items[i]);
    array_set(protos, in_front ? 0 : count, as_proto(added));
    return replace(self, protos);
}

static Value append_proto(Value self, Args a) { return add_proto(self, arg(a, 0), false); }
static Value prepend_proto(Value self, Args a) { return add_proto(self, arg(a, 0), true); }

static Value remove_proto(Value self, Args a)
{
    Array *before = protos_of_value(self);
    uint32_t kept = 0;
    for (uint32_t i = 0; before && i < before->cap; i++)
        kept += before->items[i] != arg(a, 0);
    Array *protos = array_new(kept);
    kept = 0;
    for (uint32_t i = 0; before && i < before->cap; i++) {
        if (before->items[i] != arg(a, 0))
            array_set(protos, kept++, before->items[i]);
    }
    return replace(self, protos);
}

static Value remove_all_protos(Value self, Args a)
{
    (void)a;
    return replace(self, array_new(0));
}

static Value has_proto(Value self, Args a)
{
    Value proto = arg(a, 0);
    return bool_value(is_ref(proto) && reaches(lookup_start(self), object_of(proto)));
}

static Value is_kind_of(Value self, Args a)
{
    return arg(a, 0) == self ? vm.yes : has_proto(self, a);
}

static Value ancestors(Value self, Args a)
{
    (void)a;
    uint32_t count;
    Object **all = ancestors_of(lookup_start(self), &count);
    List *l = list_new(count + 1);
    if (is_num(self))
        list_append(l, self);
    for (uint32_t i = 0; i < count; i++)
        list_append(l, from_ref(all[i]));
    free(all);
    return from_ref(l);
}

static Value object_become(Value self, Args a)
{
    if (is_ref(self))
        become(object_of(self), arg(a, 0));
    return arg(a, 0);
}

static Prim prims[] = {
    EAGER_LOCALS("clone", object_clone_init),
    CONTROL("`sendInit", send_init),
    EAGER_LOCALS("cloneWithoutInit", clone_without_init),
    EAGER_LOCALS("shallowCopy", shallow_copy),
    EAGER_LOCALS("init", object_init),
    EAGER_LOCALS("proto", object_proto),
    EAGER_LOCALS("protos", object_protos),
    EAGER_LOCALS("setProto", set_proto),
    EAGER_LOCALS("setProtos", object_set_protos),
    EAGER_LOCALS("appendProto", append_proto),
    EAGER_LOCALS("prependProto", prepend_proto),
    EAGER_LOCALS("removeProto", remove_proto),
    EAGER_LOCALS("removeAllProtos", remove_all_protos),
    EAGER_LOCALS("hasProto", has_proto),
    EAGER("ancestors", ancestors),
    EAGER("isKindOf", is_kind_of),
    EAGER_LOCALS("become", object_become),
};

const Proto object_protos_proto = {"Object", NULL, K_ANY, false, TABLE(prims), NULL};
