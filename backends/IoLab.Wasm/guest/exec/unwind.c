#include "unwind.h"

#include "../core/fail.h"
#include "../protos/table.h"
#include "call.h"
#include "ops.h"

static Value *operands_of(Frame *f) { return (Value *)(f + 1); }

/* The innermost region of a suspended code frame that takes the stop, or null. */
static const Region *region_for(const Frame *f, Stop stop)
{
    const Code *code = frame_code(f);
    uint32_t at = waiting_word(code, f->pc);
    for (uint32_t i = 0; i < code->region_count; i++) {
        const Region *r = code->regions + i;
        if (at < r->start || at >= r->end)
            continue;
        if (r->kind == REGION_LOOP) {
            if (stop & STOP_LOOP)
                return r;
            continue;
        }
        if (r->kind == REGION_PART)
            continue;
        const Block *callee = as_block(operands_of((Frame *)(uintptr_t)f)[r->depth + 1]);
        if (callee && !(callee->o.h.flags & F_PASS_STOPS))
            return r;
    }
    return NULL;
}

static void take_in_region(Frame *f, const Region *r, Stop stop)
{
    Value v = vm.stop_value;
    uint32_t depth = r->depth;
    f->pc = r->target;
    if (r->kind == REGION_LOOP && stop == STOP_CONTINUE) {
        depth = r->depth2;
        f->pc = r->target2;
        v = vm.nil;
    }
    regs.sp = operands_of(f) + depth;
    *regs.sp++ = v;
    vm.stop = STOP_NONE;
}

Unwound unwind(Value *value)
{
    if (vm.stop == STOP_ABORT)
        return UNWOUND_ABORT;
    while (regs.fp) {
        Frame *f = regs.fp;
        if (f->kind == FRAME_CONTROL) {
            Control *c = (Control *)(void *)f;
            if (ctl_prim(c)->consumes & vm.stop && !(ctl_prim(c) == &apply_prim && !as_block(c->op[0]))
                && !(ctl_prim(c) == &apply_prim && as_block(c->op[0])->o.h.flags & F_PASS_STOPS)) {
                f->stopped = vm.stop;
                c->value = vm.stop_value;
                vm.stop = STOP_NONE;
                return UNWOUND_TO_CONTROL;
            }
        } else if (vm.stop & STOP_LOCAL) {
            const Region *r = region_for(f, vm.stop);
            if (r) {
                take_in_region(f, r, vm.stop);
                return UNWOUND_TO_CODE;
            }
            if (f->kind == FRAME_ACTIVATION) {
                Locals *l = ref_of(f->ctx);
                if (!(l->block->o.h.flags & F_PASS_STOPS)) {
                    regs.sp = (Value *)(void *)f;
                    regs.fp = frame_below(f);
                    if (!l->pending) {
                        vm.stop = STOP_NONE;
                        *value = vm.stop_value;
                        return UNWOUND_VALUE;
                    }
                    vm.stop = (Stop)l->pending;
                    continue;
                }
            }
        }
        regs.sp = (Value *)(void *)f;
        regs.fp = frame_below(f);
    }
    *value = vm.stop_value;
    if (vm.stop == STOP_RAISE)
        *value = vm.nil;
    return UNWOUND_COROUTINE;
}

Control *push_control(Value *at, const Prim *prim, Message *message, Value receiver, Object *ctx, Object *holder)
{
    regs.sp = at;
    stack_ensure(CONTROL_WORDS + 2 * arg_count(message) + 64);
    Control *c = (Control *)(void *)regs.sp;
    c->f.prev = frame_offset(regs.fp);
    c->f.kind = FRAME_CONTROL;
    c->f.code = (Value)(uintptr_t)prim;
    c->f.ctx = from_ref(ctx);
    c->f.target = receiver;
    c->f.pc = 0;
    c->f.stopped = STOP_NONE;
    c->message = from_ref(message);
    c->holder = ref_or_nil(holder);
    c->value = vm.nil;
    c->op_count = 0;
    c->unused = 0;
    regs.fp = &c->f;
    regs.sp = c->op;
    return c;
}

bool is_passing(const Frame *f)
{
    if (f->kind == FRAME_CONTROL)
        return false;
    const Code *code = frame_code(f);
    const uint32_t *pc = code->words + f->pc;
    while ((*pc & 0xFF) == OP_JUMP)
        pc = code->words + (*pc >> 8);
    return (*pc & 0xFF) == OP_RET || ((*pc & 0xFF) == OP_RETURN && f->kind == FRAME_ACTIVATION);
}

Value *leave_fragments(Value *at)
{
    while (regs.fp && regs.fp->kind == FRAME_FRAGMENT && regs.fp->prev && is_passing(regs.fp)) {
        at = (Value *)(void *)regs.fp;
        regs.fp = frame_below(regs.fp);
    }
    if (at < regs.clean)
        regs.clean = at;
    return at;
}

/* Of a row of tail calls the last 64 still know who called them. */
static void forget_old_senders(Locals *replaced)
{
    for (int known = 1; known < 64 && replaced->sender && replaced->sender->h.kind == K_LOCALS; known++)
        replaced = (Locals *)replaced->sender;
    replaced->sender = NULL;
}

Value *leave_tail(Value *at, Locals *callee)
{
    at = leave_fragments(at);
    Frame *f = regs.fp;
    if (!f || f->kind != FRAME_ACTIVATION || !is_passing(f))
        return at;
    Locals *caller = ref_of(f->ctx);
    bool lets_through = (callee->block->o.h.flags & F_PASS_STOPS) != 0;
    if (caller->pending || (lets_through && !(caller->block->o.h.flags & F_PASS_STOPS)))
        return at;
    callee->tail_calls = caller->tail_calls + 1;
    if (callee->tail_calls % 64 == 0)
        forget_old_senders(caller);
    at = (Value *)(void *)f;
    if (at < regs.clean)
        regs.clean = at;
    regs.fp = frame_below(f);
    return at;
}

Message *ask_message(Symbol *name, const Message *at)
{
    Message *m = message_at(name, at);
    m->label = SYM(prelude);
    return m;
}

bool is_set_slot(Value callee) { return is_prim(callee, object_set_slot, NULL); }

void set_slot_cached(Cache *c, Value receiver, Value v)
{
    receiver = resolve(receiver);
    c->kind = IC_EMPTY;
    if (is_num(receiver)) {
        set_slot_of(receiver, c->name, v);
        return;
    }
    Object *o = object_of(receiver);
    Shape *before = o->shape;
    set_slot(o, c->name, v);
    if (c->name->special || before == vm.forwarder_shape || !IO_STEP_INLINE_CACHES)
        return;
    c->shape = before;
    c->shape2 = o->shape;
    c->index = (uint32_t)shape_find(o->shape, c->name);
    c->epoch = SYM(setSlot)->epoch;
    if (o->shape == before && !before->unique)
        c->kind = IC_OWN;
    else if (!before->unique && !o->shape->unique)
        c->kind = IC_INSTALL;
    gc_remember(frame_code(regs.fp));
}

bool update_slot_cached(Cache *c, Value receiver, Value v)
{
    Found found;
    receiver = resolve(receiver);
    if (is_num(receiver) || (object_of(receiver)->h.flags & F_LOCALS) || !lookup(object_of(receiver), c->name, &found))
        return update_slot(receiver, c->name, v, c->message) != vm.unwind;
    set_slot_cached(c, receiver, v);
    c->next_more = c->name->epoch;
    return true;
}

void update_cache(Cache *c, Object *ctx)
{
    c->kind = IC_EMPTY;
    if (ctx->h.kind != K_LOCALS || shape_find(ctx->shape, c->name) >= 0)
        return;
    Value self = ctx->slots[0];
    if (!is_ref(self) || (object_of(self)->h.flags & F_FORWARDER))
        return;
    int at = shape_find(object_of(self)->shape, c->name);
    if (at < 0 || c->name->special)
        return;
    c->shape = ctx->shape;
    c->hop_shape = object_of(self)->shape;
    c->index = (uint32_t)at;
    c->epoch = c->name->epoch;
    c->kind = IC_OWN;
    gc_remember(frame_code(regs.fp));
}

/* Operand: 0 the message that follows. */
static Request register_first_step(Control *c)
{
    if (ctl_state(c) == 0)
        return perform(c, ctl_message(c), c->f.ctx, ctl_locals(c), 1);
    return tail_perform(c, ref_of(c->op[0]), c->value, ctl_locals(c));
}

const Prim register_first_prim = {.name = "register", .control = register_first_step, .kind = K_ANY, .proto = "Object"};
