/* Object: reading and writing slots (io-language 4.2). */
#include <stdlib.h>

#include "../exec/call.h"
#include "table.h"

Value object_set_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    set_slot_of(self, name, arg(a, 1));
    return arg(a, 1);
}

static Value set_slot_with_type(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    Value v = arg(a, 1);
    set_slot_of(self, name, v);
    if (is_num(v) || kind_of(v) == K_NIL || kind_of(v) == K_TRUE || kind_of(v) == K_FALSE)
        return v;
    Object *o = object_of(v);
    if (shape_find(o->shape, SYM(type)) < 0)
        set_slot(o, SYM(type), symbol_value(name));
    return v;
}

Value object_update_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    return name ? update_slot(self, name, arg(a, 1), a.message) : vm.unwind;
}

/* method(v, self updateSlot("name", v); self), as a tree: the name may be no identifier. */
static Value setter(Symbol *name)
{
    Symbol *formal = symbol_of_text("v");
    Buffer quoted = {0};
    buffer_format(&quoted, "\"%s\"", name->text);
    Message *literal = message_new(symbol_of(quoted.data, quoted.length));
    buffer_free(&quoted);
    message_set_cached(literal, symbol_value(name));
    Message *update = message_new(SYM(updateSlot)), *self = message_new(SYM(self)), *semicolon = message_new(SYM(semicolon));
    Array *args = array_new(2);
    array_set(args, 0, from_ref(literal));
    array_set(args, 1, from_ref(message_new(formal)));
    message_set_args(update, args);
    message_set_next(self, update);
    message_set_next(update, semicolon);
    message_set_next(semicolon, message_new(SYM(self)));
    Block *b = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    b->formals = array_new(1);
    array_set(b->formals, 0, from_ref(formal));
    b->body = self;
    b->o.h.flags |= F_ACTIVATABLE;
    return from_ref(b);
}

static Value new_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    set_slot_of(self, name, arg(a, 1));
    set_slot_of(self, symbol_with_prefix("set", name), setter(name));
    return arg(a, 1);
}

static Value object_get_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    Value v;
    if (!name)
        return vm.unwind;
    return get_slot(self, name, &v) ? v : vm.nil;
}

/* The object that holds a value's own slots, or null. */
static Object *owner(Value self)
{
    self = resolve(self);
    return is_ref(self) ? object_of(self) : number_stand_in(num_of(self), false);
}

static bool own_value(Value self, Symbol *name, Value *v)
{
    Object *o = owner(self);
    return o && get_own(o, name, v);
}

static Value get_local_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    Value v;
    if (!name)
        return vm.unwind;
    return own_value(self, name, &v) ? v : vm.nil;
}

static Value has_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    Found found;
    return name ? bool_value(lookup(lookup_start(self), name, &found)) : vm.unwind;
}

static Value has_local_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    Value v;
    return name ? bool_value(own_value(self, name, &v)) : vm.unwind;
}

static Value object_remove_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    if (owner(self))
        remove_slot(owner(self), name);
    return self;
}

static Value object_remove_all_slots(Value self, Args a)
{
    (void)a;
    if (owner(self))
        remove_all_slots(owner(self));
    return self;
}

static Value slot_names(Value self, Args a)
{
    (void)a;
    uint32_t count;
    Symbol **names = visible_names(self, &count);
    List *l = list_new(count);
    for (uint32_t i = 0; i < count; i++)
        list_append(l, symbol_value(names[i]));
    free(names);
    return from_ref(l);
}

static Value slot_values(Value self, Args a)
{
    (void)a;
    uint32_t count;
    Symbol **names = visible_names(self, &count);
    List *l = list_new(count);
    for (uint32_t i = 0; i < count; i++) {
        Value v;
        list_append(l, own_value(self, names[i], &v) ? v : vm.nil);
    }
    free(names);
    return from_ref(l);
}

static Value ancestor_with_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    uint32_t count;
    Object **all = ancestors_of(lookup_start(self), &count);
    Value answer = vm.nil;
    for (uint32_t i = is_ref(self) ? 1 : 0; i < count && answer == vm.nil; i++) {
        Value v;
        if (get_own(all[i], name, &v))
            answer = from_ref(all[i]);
    }
    free(all);
    return answer;
}

static Value context_with_slot(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    Found found;
    if (!name)
        return vm.unwind;
    return lookup(lookup_start(self), name, &found) ? from_ref(found.holder) : vm.nil;
}

static int by_text(const void *a, const void *b) { return symbol_compare(*(Symbol *const *)a, *(Symbol *const *)b); }

/* Operands: 0 names, 1 the next index, 2 the last value. */
static Request foreach_slot(Control *c)
{
    uint32_t args = ctl_argc(c);
    if (ctl_state(c) == 0) {
        if (args < 2)
            return raise_request(c, "[Object foreachSlot] requires 2 arguments\n");
        uint32_t count;
        Symbol **names = visible_names(c->f.target, &count);
        qsort(names, count, sizeof *names, by_text);
        List *l = list_new(count);
        for (uint32_t i = 0; i < count; i++)
            list_append(l, symbol_value(names[i]));
        free(names);
        ctl_ops(c, 3);
        c->op[0] = from_ref(l);
        c->op[1] = from_num(0);
    } else {
        if (!ctl_end_turn(c, 2))
            return done(c, vm.nil);
        c->op[1] = from_num(num_of(c->op[1]) + 1);
    }
    List *names = ref_of(c->op[0]);
    uint32_t next = (uint32_t)num_of(c->op[1]);
    if (next >= names->count)
        return done(c, names->count ? vm.no : vm.nil);
    Value v;
    Value name = list_at(names, next);
    if (args > 2)
        ctl_set_local(c, ctl_arg(c, 0)->name, name);
    if (!own_value(c->f.target, symbol_of_seq(ref_of(name)), &v))
        v = vm.nil;
    ctl_set_local(c, ctl_arg(c, args - 2)->name, v);
    return eval_arg(c, args - 1, 1);
}

static Value owns_slots(Value self, Args a)
{
    (void)a;
    return bool_value(owner(self) && owner(self)->shape->count > 0);
}

static Value mark_clean(Value self, Args a)
{
    (void)a;
    if (is_ref(self))
        object_of(self)->h.flags &= (uint8_t)~F_DIRTY;
    return self;
}

static Value has_dirty_slot(Value self, Args a)
{
    (void)a;
    return bool_value(is_ref(self) && (object_of(self)->h.flags & F_DIRTY));
}

static Value memory_size(Value self, Args a)
{
    (void)a;
    return from_num(is_ref(self) ? 56 + 16.0 * object_of(self)->shape->count : 16);
}

static Value add_trait(Value self, Args a)
{
    if (a.count == 0)
        return raise_error(a.message, "addTrait requires at least one argument");
    Value trait = arg(a, 0), answer = self;
    Map *renames = as_map(arg(a, 1));
    uint32_t count;
    Symbol **names = visible_names(trait, &count);
    for (uint32_t i = 0; i < count && answer == self; i++) {
        Symbol *name = names[i];
        Value v, rename;
        if (own_value(self, name, &v)) {
            if (name == SYM(type))
                continue;
            if (!renames || !map_get(renames, name, &rename) || !as_seq(rename)) {
                answer = raise_error(a.message, "Slot '%s' already exists in %s[%s]. Give it a new name in the map argument.", name->text, type_name(self),
                    symbol_of_seq(unique_id(self))->text);
                continue;
            }
            name = symbol_of_seq(as_seq(rename));
        }
        own_value(trait, names[i], &v);
        set_slot_of(self, name, v);
    }
    free(names);
    return answer;
}

static Prim prims[] = {
    EAGER_LOCALS("setSlot", object_set_slot),
    EAGER_LOCALS("setSlotWithType", set_slot_with_type),
    EAGER("updateSlot", object_update_slot),
    EAGER("newSlot", new_slot),
    EAGER_LOCALS("getSlot", object_get_slot),
    EAGER_LOCALS("getLocalSlot", get_local_slot),
    EAGER("hasSlot", has_slot),
    EAGER_LOCALS("hasLocalSlot", has_local_slot),
    EAGER_LOCALS("removeSlot", object_remove_slot),
    EAGER_LOCALS("removeAllSlots", object_remove_all_slots),
    EAGER_LOCALS("slotNames", slot_names),
    EAGER_LOCALS("slotValues", slot_values),
    EAGER_LOCALS("ancestorWithSlot", ancestor_with_slot),
    EAGER_LOCALS("contextWithSlot", context_with_slot),
    CONTROL_LOCALS("foreachSlot", foreach_slot, STOP_LOOP),
    EAGER_LOCALS("ownsSlots", owns_slots),
    EAGER_LOCALS("markClean", mark_clean),
    EAGER_LOCALS("hasDirtySlot", has_dirty_slot),
    EAGER_LOCALS("memorySize", memory_size),
    EAGER("addTrait", add_trait),
};

const Proto object_slots_proto = {"Object", NULL, K_ANY, false, TABLE(prims), NULL};

/* ---- Locals and the Lobby ---- */

Request locals_forward(Control *c)
{
    Object *locals = as_context(c->f.target);
    if (activation_of(locals))
        return tail_perform(c, ctl_message(c), receiver_behind(locals), ctl_locals(c));
    return raise_request(c, "'%s' does not respond to message '%s'", kind_name(c->f.target), ctl_message(c)->name->text);
}

static Prim locals_prims[] = {
    CONTROL("forward", locals_forward),
    EAGER("updateSlot", object_update_slot),
};

const Proto locals_proto = {"Locals", NULL, K_ANY, false, TABLE(locals_prims), NULL};
