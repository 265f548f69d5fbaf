#include "call.h"

#include <stdlib.h>

#include "../protos/table.h"
#include "activation.h"
#include "compile.h"

const Prim *prim_of(Value callee) { return is_kind(callee, K_CFUNCTION) ? ((CFunction *)ref_of(callee))->prim : NULL; }

bool is_prim(Value slot, EagerFn eager, ControlFn control)
{
    const Prim *p = prim_of(slot);
    return p && (eager ? p->eager == eager : p->control == control);
}

Locals *activation_of(Object *ctx)
{
    while (ctx && ctx->h.kind != K_LOCALS) {
        if (!(ctx->h.flags & F_LOCALS) || !protos_of(ctx) || protos_of(ctx)->cap != 1)
            return NULL;
        ctx = object_of(protos_of(ctx)->items[0]);
    }
    return (Locals *)ctx;
}

/* Does a value that a program made the self of these locals send what it does not know back to them? */
static bool leads_back(Value self, Object *locals)
{
    enum { MAX_SCOPES = 10000 };
    for (int i = 0; i < MAX_SCOPES; i++) {
        self = resolve(self);
        if (!is_ref(self) || !(object_of(self)->h.flags & F_LOCALS))
            return false;
        if (object_of(self) == locals)
            return true;
        if (!get_slot(self, SYM(self), &self))
            return false;
    }
    return false;
}

Value receiver_behind(Object *locals)
{
    Locals *l = activation_of(locals);
    Value made = l->block->scope ? from_ref(l->block->scope) : l->target, self;
    if (!get_slot(from_ref(locals), SYM(self), &self) || (self != made && leads_back(self, locals)))
        return made;
    return self;
}

bool implicit_self(Object *start, Value *self)
{
    Found found;
    if (!(start->h.flags & F_LOCALS) || !lookup(start, SYM(forward), &found))
        return false;
    if (!is_prim(found.holder->slots[found.index], NULL, locals_forward))
        return false;
    if (!activation_of(start))
        return false;
    *self = receiver_behind(start);
    return true;
}

static bool receiver_fits(const Prim *p, Value receiver, Message *m)
{
    if (p->kind == K_ANY || (p->flags & PRIM_ANY) || kind_of(receiver) == (Kind)p->kind)
        return true;
    raise_error(m, "CFunction defined for type %s but called on type %s", p->proto, kind_name(receiver));
    return false;
}

void classify(Value found, Value receiver, Object *holder, Message *m, Callee *out)
{
    out->receiver = receiver;
    for (uint32_t objects = 0;;) {
        out->value = found;
        out->holder = holder;
        if (!is_ref(found) || !(((Cell *)ref_of(found))->flags & F_ACTIVATABLE)) {
            out->kind = CALLEE_VALUE;
            return;
        }
        switch (kind_of(found)) {
        case K_BLOCK:
            out->kind = CALLEE_BLOCK;
            return;
        case K_CFUNCTION: {
            const Prim *p = prim_of(found);
            out->kind = p->eager ? CALLEE_EAGER : CALLEE_CONTROL;
            if (!receiver_fits(p, receiver, m))
                out->kind = CALLEE_ERROR;
            return;
        }
        case K_MESSAGE:
            out->kind = CALLEE_MESSAGE;
            return;
        default: {
            Found at;
            if (!lookup(object_of(found), SYM(activate), &at)) {
                out->kind = CALLEE_VALUE; /* the object itself */
                return;
            }
            if (++objects > vm.frame_limit) { /* such as its own `activate` */
                raise_too_deep(m);
                out->kind = CALLEE_ERROR;
                return;
            }
            found = read_slot(at.holder, at.index);
            holder = at.holder;
            break;
        }
        }
    }
}

/* What a block answers if it is a method whose body is one literal. */
static bool literal_of(const Block *b, Value *v)
{
    if (!b->body || b->body->next || !has_cached(b->body) || b->scope)
        return false;
    *v = b->body->cached;
    return true;
}

static bool fits(const Cache *c, Value receiver, Value *found_for)
{
    if (c->kind == IC_EMPTY || c->shape != shape_of(receiver) || c->epoch != c->name->epoch)
        return false;
    if (c->hops) {
        receiver = object_of(receiver)->slots[0];
        if (shape_of(receiver) != c->hop_shape)
            return false;
        if (c->hops > 1) {
            receiver = object_of(receiver)->slots[0];
            if (shape_of(receiver) != c->shape2)
                return false;
        }
    }
    *found_for = receiver;
    return true;
}

Cache *cache_find(Cache *ic, Value receiver, Value *found_for)
{
    if (!ic->more)
        return NULL;
    for (uint32_t i = 0; i < CACHE_MORE; i++) {
        if (fits(ic->more + i, receiver, found_for))
            return ic->more + i;
    }
    return NULL;
}

/* The entry that is to be filled: the first, if nothing valid is there, or one of the others. */
static Cache *entry_to_fill(Cache *ic)
{
    if (ic->kind == IC_EMPTY || ic->epoch != ic->name->epoch || !IO_STEP_POLYMORPHIC)
        return ic;
    if (!ic->more) {
        ic->more = calloc(CACHE_MORE, sizeof *ic->more);
        if (!ic->more)
            return ic;
        for (uint32_t i = 0; i < CACHE_MORE; i++) {
            ic->more[i].message = ic->message;
            ic->more[i].name = ic->name;
        }
    }
    return ic->more + ic->next_more++ % CACHE_MORE;
}

static void fill(Cache *ic, Value first, Shape *hop_shape, Shape *shape2, uint8_t hops, const Found *found, const Callee *callee, Object *start)
{
    ic = entry_to_fill(ic);
    ic->kind = IC_EMPTY;
    ic->shape = shape_of(first);
    ic->hop_shape = hop_shape;
    ic->shape2 = shape2;
    ic->hops = hops;
    ic->epoch = ic->name->epoch;
    ic->index = (uint32_t)found->index;
    ic->holder = callee->holder;
    ic->callee = callee->value;
    if (found->holder == start && is_ref(callee->receiver))
        ic->kind = IC_OWN;
    else if (callee->kind == CALLEE_VALUE)
        ic->kind = IC_HELD;
    else if (callee->kind == CALLEE_BLOCK && !ic->message->args && literal_of(ref_of(callee->value), &ic->callee))
        ic->kind = IC_LITERAL;
    else if (callee->kind == CALLEE_BLOCK)
        ic->kind = IC_BLOCK;
    else if (callee->kind == CALLEE_EAGER)
        ic->kind = IC_EAGER;
    else if (callee->kind == CALLEE_CONTROL)
        ic->kind = IC_CONTROL;
    if (ic->kind == IC_HELD && callee->holder != found->holder)
        ic->kind = IC_EMPTY; /* what `activate` answered */
}

void find_callee(Message *m, Symbol *name, Value receiver, Cache *ic, Callee *out)
{
    Value first = receiver = resolve(receiver);
    Shape *shapes[2] = {NULL, NULL};
    uint8_t hops = 0;
    bool cacheable = IO_STEP_INLINE_CACHES && ic && !(vm.has_number_slots && is_num(first));
    for (;;) {
        Object *start = lookup_start(receiver);
        Found found;
        if (lookup(start, name, &found)) {
            classify(read_slot(found.holder, found.index), receiver, found.holder, m, out);
            if (cacheable && found.cacheable && out->kind != CALLEE_ERROR) {
                fill(ic, first, shapes[0], shapes[1], hops, &found, out, start);
                Code *code = frame_code(regs.fp);
                gc_remember(code);
            }
            return;
        }
        cacheable = cacheable && found.cacheable;
        Value self;
        if (implicit_self(start, &self)) {
            /* Caches follow the first slot of Locals only. */
            if (start->h.kind != K_LOCALS || hops == 2 || start->slots[0] != self)
                cacheable = false;
            receiver = resolve(self);
            if (is_num(receiver) && vm.has_number_slots)
                cacheable = false;
            if (hops < 2)
                shapes[hops] = is_num(receiver) ? vm.number_shape : object_of(receiver)->shape;
            hops++;
            continue;
        }
        if (!lookup(start, SYM(forward), &found)) {
            raise_error(m, "'%s' does not respond to message '%s'", kind_name(receiver), name->text);
            out->kind = CALLEE_ERROR;
            return;
        }
        classify(read_slot(found.holder, found.index), receiver, found.holder, m, out);
        return;
    }
}

Value call_object_of(Locals *l)
{
    Call *call = (Call *)object_new_kind(K_CALL, PROTO(Call));
    call->activation = l;
    return from_ref(call);
}

Value call_of_control(Control *c)
{
    Locals *l = gc_alloc(sizeof(Locals) + 2 * sizeof(Value), K_LOCALS);
    Block *block = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    l->o.h.flags = F_LOCALS;
    l->o.shape = vm.locals_root;
    l->o.slots = (Value *)(l + 1);
    l->layout = vm.locals_root;
    l->block = block;
    l->message = ctl_message(c);
    l->sender = ctl_locals(c);
    l->context = ref_of(c->holder);
    l->coroutine = &vm.coroutine->o;
    l->target = ctl_self(c);
    l->o.slots[0] = ctl_self(c);
    l->o.slots[1] = vm.lazy_call;
    gc_wrote(l);
    return call_object_of(l);
}

Object *visible_sender(Locals *l)
{
    Object *sender = l->sender;
    while (sender && sender->h.kind == K_LOCALS && (((Locals *)sender)->block->o.h.flags & F_OPAQUE))
        sender = ((Locals *)sender)->sender;
    return sender;
}

Object *as_context(Value v)
{
    v = resolve(v);
    if (is_ref(v))
        return object_of(v);
    Data *o = (Data *)object_new_kind(K_NUMBER, PROTO(Number));
    o->field[0] = v;
    return &o->o;
}

/* Is it a local there, or of the locals a context stands in front of? */
static bool is_local(Object *o, Symbol *name)
{
    for (;;) {
        int i = shape_find(o->shape, name);
        if (i >= 0 && o->slots[i] != vm.absent)
            return true;
        if (o->h.kind == K_LOCALS || !(o->h.flags & F_LOCALS))
            return false;
        o = object_of(protos_of(o)->items[0]);
    }
}

Value update_slot(Value self, Symbol *name, Value value, Message *at)
{
    self = resolve(self);
    while (is_ref(self) && (object_of(self)->h.flags & F_LOCALS)) {
        Object *locals = object_of(self);
        if (is_local(locals, name)) {
            set_slot(locals, name, value);
            return value;
        }
        if (!activation_of(locals))
            break;
        self = resolve(receiver_behind(locals));
    }
    Found found;
    if (!lookup(lookup_start(self), name, &found))
        return raise_error(at, "Slot %s not found. Must define slot using := operator before updating.", name->text);
    set_slot_of(self, name, value);
    return value;
}

int truth_of(Value v)
{
    v = resolve(v);
    if (v == vm.yes)
        return 1;
    if (v == vm.no || v == vm.nil)
        return 0;
    Value slot;
    if (!get_slot(v, SYM(asBoolean), &slot) || is_prim(slot, object_as_boolean, NULL))
        return 1;
    if (is_ref(slot) && (((Cell *)ref_of(slot))->flags & F_ACTIVATABLE))
        return -1;
    return slot != vm.no && slot != vm.nil;
}

/* Operands: callee, receiver, holder, values so far. Evaluates what the callee wants of the arguments, then calls it. */
static Request apply_step(Control *c)
{
    uint32_t state = ctl_state(c);
    Value callee = c->op[0];
    Block *block = as_block(callee);
    if (ctl_stopped(c))
        return done(c, c->value); /* a method ends stops of its formals */
    uint32_t formals = block ? (block->formals ? block->formals->cap : 0) : ctl_argc(c);
    uint32_t wanted = formals < ctl_argc(c) ? formals : ctl_argc(c);
    if (state > 0)
        c->op[2 + state] = c->value;
    if (state < wanted)
        return eval_arg(c, state, state + 1);
    if (block) {
        Request r = tail_call_block(c, block, c->op[1], c->op + 3, wanted, ctl_message(c));
        asked.holder = ref_of(c->op[2]);
        return r;
    }
    const Prim *p = prim_of(callee);
    Value v = p->eager(resolve(c->op[1]), (Args){c->op + 3, wanted, ctl_message(c)});
    if (v != vm.unwind)
        return done(c, v);
    if (vm.stop)
        return REQ_UNWIND;
    Block *instead = as_block(vm.redirect);
    vm.redirect = 0;
    return tail_call_block(c, instead, c->op[1], c->op + 3, wanted, ctl_message(c));
}

const Prim apply_prim = {.name = "apply", .control = apply_step, .consumes = STOP_LOCAL, .kind = K_ANY, .proto = "Object"};
