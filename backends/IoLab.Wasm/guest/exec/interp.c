/* One loop runs stack code, steps control primitives and unwinds. Its registers are pc, sp, code and slots; regs.fp is always current, the others
   are written to memory where something may look: before collections, growth of the stack and unwinding. */
#include "interp.h"

#include <math.h>

#include "../core/fail.h"
#include "call.h"
#include "compile.h"
#include "../protos/table.h"
#include "coroutine.h"
#include "limits.h"
#include "ops.h"
#include "unwind.h"

static inline double remainder_of(double x, double y)
{
    if (x > 0 && x < 2147483648.0 && y > 0 && y < 2147483648.0) {
        uint32_t a = (uint32_t)x, b = (uint32_t)y;
        if ((double)a == x && (double)b == y)
            return (double)(a % b);
    }
    return fmod(x, y);
}

static inline Shape *shape_of(Value v) { return is_num(v) ? vm.number_shape : object_of(v)->shape; }

static inline bool is_unusual(Value v) { return is_ref(v) && (((Cell *)ref_of(v))->flags & F_UNUSUAL); }

/* The barrier for a slot of an object, wherever its slots are. */
static inline void wrote_slot(Object *o)
{
    if ((char *)o->slots > (char *)o && (char *)o->slots < (char *)o + o->h.size)
        gc_wrote(o);
    else
        gc_wrote((char *)o->slots - offsetof(Array, items));
}

static inline void store_slot(Object *o, uint32_t i, Value v)
{
    o->slots[i] = v;
    if (is_ref(v))
        wrote_slot(o);
}

/* An eager primitive for receivers of all kinds? */
static inline bool takes_anyone(const Prim *p) { return p->eager && (p->kind == K_ANY || (p->flags & PRIM_ANY)); }

/* A new activation's Locals, with its values. */
static Locals *make_locals(Block *block, Shape *layout, Value receiver, Message *message, Object *sender, Object *holder, const Value *values, uint32_t count)
{
    uint32_t room = layout->count;
    Locals *l = gc_alloc_raw(sizeof(Locals) + room * sizeof(Value), K_LOCALS);
    Value *slots = (Value *)(l + 1);
    l->o.h.flags = F_LOCALS;
    l->o.shape = layout;
    l->o.slots = slots;
    l->layout = layout;
    l->block = block;
    l->message = message;
    l->sender = sender;
    l->context = holder;
    l->coroutine = &vm.coroutine->o;
    l->target = receiver;
    l->tail_calls = 0;
    l->pending = 0;
    slots[0] = block->scope ? from_ref(block->scope) : receiver;
    slots[1] = vm.lazy_call;
    uint32_t formals = block->formals ? block->formals->cap : 0;
    for (uint32_t i = 2; i < room; i++)
        slots[i] = vm.absent;
    for (uint32_t i = 0; i < formals; i++) {
        int at = (int)i + 2;
        if ((uint32_t)at >= room || layout->names[at] != (Symbol *)ref_of(block->formals->items[i]))
            at = shape_find(layout, ref_of(block->formals->items[i])); /* a name given twice */
        slots[at] = i < count ? values[i] : vm.nil;
    }
    if (l->o.h.gc & GC_OLD)
        gc_remember(l);
    return l;
}

static inline Value *frame_operands(Frame *f) { return (Value *)(f + 1); }

/* Puts a code frame at a place; answers where its operands begin. */
static inline Value *push_code_frame(Value *at, FrameKind kind, Code *code, Object *ctx, Value target)
{
    Frame *f = (Frame *)(void *)at;
    f->prev = frame_offset(regs.fp);
    f->kind = kind;
    f->code = from_ref(code);
    f->ctx = from_ref(ctx);
    f->target = target;
    f->pc = 0;
    f->stopped = 0;
    regs.fp = f;
    return frame_operands(f);
}

/* How many frames there are is not counted; how much room they take is limited. */
static bool too_deep(const Value *sp) { return (size_t)(sp - regs.base) > (size_t)vm.frame_limit * WORDS_PER_FRAME; }

static void raise_too_deep(Message *at)
{
    raise_error(at, "Stack overflow: frame depth exceeded %u", (unsigned)vm.frame_limit);
}

bool machine_run(Message *chain, Value target, Object *locals, Value *result)
{
    const uint32_t *pc = NULL;
    Value *sp, *slots = NULL;
    Code *code = NULL;
    /* Operands of the labels below. */
    Value value = vm.nil, receiver, *dest;
    const Value *values = NULL;
    uint32_t count = 0;
    Cache *ic;
    Message *message;
    Object *holder, *sender;
    Block *block;
    const Prim *prim;
    Control *control;
    Callee callee;
    Value one[1];
    Request request;

    vm.stop = STOP_NONE;
    vm.redirect = 0;
    vm.coroutine = main_coroutine();
    coroutine_make_stack(vm.coroutine, 1024);
    vm.coroutine->started = 1;
    vm.coroutine->finished = 0;
    coroutine_set_handlers(vm.coroutine, vm.nil);
    frame_load_registers();
    sp = regs.sp;
    goto begin_chain;

#define SAVE() (regs.sp = sp)
#define LOAD() (sp = regs.sp)
#define WORD(i) (pc[i])
#define A(w) ((w) >> 8)
#define LITERAL(i) (code->literals[i])
/* A value that the next instruction would drop is dropped at once. */
#define DROP() \
    do { \
        if ((*pc & 0xFF) == OP_POP) { \
            sp--; \
            pc++; \
        } \
    } while (0)
#define SAVE_PC() (regs.fp->pc = (uint32_t)(pc - code->words))

/* Sets a loop's variable: register or name, as the instruction tells. */
#define SET_VARIABLE(local, name, v) \
    do { \
        if ((local) < NO_VARIABLE) { \
            slots[local] = (v); \
            if (is_ref(v)) \
                wrote_slot(object_of(regs.fp->ctx)); \
        } else if ((local) == BY_NAME) { \
            set_slot(object_of(regs.fp->ctx), ref_of(LITERAL(name)), (v)); \
            slots = object_of(regs.fp->ctx)->slots; \
        } \
    } while (0)

begin_chain: /* chain, target, locals; at sp */
    code = code_of(chain, layout_of(target, locals), VARIANT_CHAIN);
    SAVE();
    if ((size_t)(regs.limit - sp) < FRAME_WORDS + code->max_stack + 64) {
        stack_grow(FRAME_WORDS + code->max_stack + 64);
        LOAD();
        if (too_deep(sp)) {
            raise_too_deep(chain);
            goto unwinding;
        }
    }
    sp = push_code_frame(sp, FRAME_FRAGMENT, code, locals, target);
    pc = code->words;
    slots = locals->slots;
    if (gc_due())
        goto collect_here;
    goto next;

collect_here: /* between two instructions */
    SAVE();
    SAVE_PC();
    gc_safepoint();
    frame_load_registers();
    if (limit_reached())
        goto unwinding;
    LOAD();
    code = frame_code(regs.fp);
    pc = code->words + regs.fp->pc;
    slots = object_of(regs.fp->ctx)->slots;
    goto next;

next:
    for (;;) {
        uint32_t w = *pc++;
        switch ((Operation)(w & 0xFF)) {
        case OP_PUSH:
            *sp++ = LITERAL(A(w));
            continue;
        case OP_NIL:
            *sp++ = vm.nil;
            continue;
        case OP_TRUE:
            *sp++ = vm.yes;
            continue;
        case OP_FALSE:
            *sp++ = vm.no;
            continue;
        case OP_POP:
            sp--;
            continue;
        case OP_NIP:
            sp[-2] = sp[-1];
            sp--;
            continue;
        case OP_CTX:
            *sp++ = regs.fp->ctx;
            continue;
        case OP_LOCAL: {
            Value v = slots[A(w)];
            pc++;
            if (is_unusual(v)) {
                ic = code->caches + pc[-1];
                if (v == vm.lazy_call)
                    v = read_slot(object_of(regs.fp->ctx), (int)A(w));
                else if (((Cell *)ref_of(v))->flags & F_FORWARDER)
                    v = resolve(v);
                if (is_kind(v, K_CFUNCTION) && takes_anyone(((CFunction *)ref_of(v))->prim)) {
                    receiver = regs.fp->ctx;
                    *sp++ = receiver;
                    holder = object_of(receiver);
                    prim = ((CFunction *)ref_of(v))->prim;
                    goto send0_eager;
                }
                if (is_unusual(v)) {
                    receiver = regs.fp->ctx;
                    goto send_nothing;
                }
            }
            *sp++ = v;
            DROP();
            continue;
        }
        case OP_SET_LOCAL:
            slots[A(w)] = sp[-1];
            if (is_ref(sp[-1]))
                wrote_slot(object_of(regs.fp->ctx));
            DROP();
            continue;
        case OP_UPDATE_LOCAL: {
            pc++;
            if (slots[A(w)] != vm.absent) {
                slots[A(w)] = sp[-1];
                if (is_ref(sp[-1]))
                    wrote_slot(object_of(regs.fp->ctx));
                DROP();
                continue;
            }
            Cache *c = code->caches + pc[-1];
            SAVE();
            SAVE_PC();
            if (update_slot(regs.fp->ctx, c->name, sp[-1], c->message) == vm.unwind)
                goto unwinding;
            slots = object_of(regs.fp->ctx)->slots;
            continue;
        }
        case OP_UPDATE: {
            Cache *c = code->caches + A(w);
            Object *ctx = object_of(regs.fp->ctx);
            pc++;
            if (c->shape == ctx->shape && c->kind == IC_OWN && c->epoch == c->name->epoch) {
                Value self = ctx->slots[0];
                if (is_ref(self) && object_of(self)->shape == c->hop_shape) {
                    Object *o = object_of(self);
                    Value old = o->slots[c->index];
                    if (!is_unusual(old) && !is_unusual(sp[-1])) {
                        store_slot(o, c->index, sp[-1]);
                        DROP();
                        continue;
                    }
                }
            }
            SAVE();
            SAVE_PC();
            if (update_slot(regs.fp->ctx, c->name, sp[-1], c->message) == vm.unwind)
                goto unwinding;
            slots = ctx->slots;
            update_cache(c, ctx);
            continue;
        }
        case OP_SET_SLOT: {
            Cache *c = code->caches + A(w);
            receiver = sp[-2];
            if (is_ref(receiver)) {
                Object *o = object_of(receiver);
                if (o->shape == c->shape && c->epoch == SYM(setSlot)->epoch) {
                    if (c->kind == IC_OWN && !is_unusual(o->slots[c->index]) && !is_unusual(sp[-1])) {
                        store_slot(o, c->index, sp[-1]);
                        sp[-2] = sp[-1];
                        sp--;
                        continue;
                    }
                    if (c->kind == IC_INSTALL && c->index * sizeof(Value) + sizeof(Object) < o->h.size && o->h.kind == K_OBJECT
                        && o->slots == (Value *)(o + 1)) {
                        store_slot(o, c->index, sp[-1]);
                        o->shape = c->shape2;
                        sp[-2] = sp[-1];
                        sp--;
                        continue;
                    }
                }
            }
            SAVE();
            SAVE_PC();
            /* The general case: is it the built-in setSlot? */
            find_callee(c->message, c->message->name, receiver, NULL, &callee);
            if (callee.kind == CALLEE_ERROR)
                goto unwinding;
            if (callee.kind == CALLEE_EAGER && is_set_slot(callee.value)) {
                set_slot_cached(c, callee.receiver, sp[-1]);
                slots = object_of(regs.fp->ctx)->slots;
                sp[-2] = sp[-1];
                sp--;
                continue;
            }
            /* A program's own: it gets the message. */
            one[0] = sp[-1];
            message = literal_call(c->message, sp[-1]);
            sp -= 1;
            dest = sp - 1;
            holder = callee.holder;
            receiver = callee.receiver;
            goto activate_with_message;
        }
        case OP_SET_CTX:
            set_slot(object_of(regs.fp->ctx), ref_of(LITERAL(A(w))), sp[-1]);
            slots = object_of(regs.fp->ctx)->slots;
            continue;

        /* ---- sends ---- */
        case OP_SELF0: {
            ic = code->caches + A(w);
            receiver = regs.fp->target;
            Object *o = object_of(receiver);
            if (o->shape == ic->shape && ic->epoch == ic->name->epoch && ic->hops == 1 && ic->kind == IC_OWN) {
                Value self = o->slots[0];
                if (is_ref(self) && object_of(self)->shape == ic->hop_shape) {
                    Value v = object_of(self)->slots[ic->index];
                    if (!is_unusual(v)) {
                        *sp++ = v;
                        DROP();
                        continue;
                    }
                }
            }
            goto send_nothing;
        }
        case OP_ISEND0:
            ic = code->caches + A(w);
            receiver = regs.fp->target;
            if (ic->hops == 1 && ic->kind == IC_OWN && code->layout)
                code->words[pc - 1 - code->words] = (w & ~0xFFu) | OP_SELF0;
        send_nothing: /* ic, receiver: nothing of it is on the stack */
            *sp++ = receiver;
            goto send0;
        case OP_SEND0:
            ic = code->caches + A(w);
        send0:
            receiver = sp[-1];
            if (ic->shape != shape_of(receiver) || ic->epoch != ic->name->epoch)
                goto send0_other;
            {
                if (ic->hops) {
                    receiver = object_of(receiver)->slots[0];
                    if (shape_of(receiver) != ic->hop_shape)
                        goto send0_other;
                    if (ic->hops > 1) {
                        receiver = object_of(receiver)->slots[0];
                        if (shape_of(receiver) != ic->shape2)
                            goto send0_other;
                    }
                }
            send0_hit:;
                Value v;
                switch ((CacheKind)ic->kind) {
                case IC_OWN:
                    v = object_of(receiver)->slots[ic->index];
                    if (is_unusual(v)) {
                        if (is_kind(v, K_CFUNCTION) && takes_anyone(((CFunction *)ref_of(v))->prim)) {
                            prim = ((CFunction *)ref_of(v))->prim;
                            holder = object_of(receiver);
                            goto send0_eager;
                        }
                        if (!is_kind(v, K_BLOCK))
                            goto send0_slow;
                        block = ref_of(v);
                        holder = object_of(receiver);
                        if (block->o.h.extra) { /* its body is one literal */
                            sp[-1] = block->body->cached;
                            DROP();
                            continue;
                        }
                        goto send0_block;
                    }
                    sp[-1] = v;
                    DROP();
                    continue;
                case IC_LITERAL:
                    sp[-1] = ic->callee;
                    DROP();
                    continue;
                case IC_HELD:
                    v = ic->holder->slots[ic->index];
                    if (is_unusual(v))
                        goto send0_slow;
                    sp[-1] = v;
                    continue;
                case IC_BLOCK:
                    block = ref_of(ic->callee);
                    holder = ic->holder;
                send0_block:
                    message = ic->message;
                    dest = sp - 1;
                    values = NULL;
                    count = 0;
                    goto enter_block;
                case IC_EAGER:
                    prim = ((CFunction *)ref_of(ic->callee))->prim;
                    holder = ic->holder;
                send0_eager:
                    v = prim->eager(receiver, (Args){NULL, 0, ic->message});
                    if (v != vm.unwind) {
                        sp[-1] = v;
                        slots = object_of(regs.fp->ctx)->slots;
                        continue;
                    }
                    message = ic->message;
                    values = NULL;
                    count = 0;
                    dest = sp - 1;
                    goto eager_unwound;
                case IC_CONTROL:
                    prim = ((CFunction *)ref_of(ic->callee))->prim;
                    message = ic->message;
                    holder = ic->holder;
                    dest = sp - 1;
                    goto enter_control;
                default:
                    break;
                }
            }
            goto send0_slow;
        send0_other:
            {
                Cache *other = cache_find(ic, sp[-1], &receiver);
                if (other) {
                    ic = other;
                    goto send0_hit;
                }
            }
        send0_slow:
            SAVE();
            SAVE_PC();
            find_callee(ic->message, ic->name, sp[-1], ic, &callee);
            message = ic->message;
            values = NULL;
            count = 0;
            dest = sp - 1;
            goto call_found;

        case OP_ISEND:
            ic = code->caches + A(w);
            *sp++ = regs.fp->target;
            goto send_with_args;
        case OP_ASEND:
            if (is_num(sp[-1]) && !vm.has_number_slots) {
                sp[0] = 0;
                sp[1] = 0;
                sp += 2;
                pc++;
                continue;
            }
            ic = code->caches + A(w);
            goto send_with_args;
        case OP_SEND:
            ic = code->caches + A(w);
        send_with_args:
            receiver = sp[-1];
            if (ic->shape != shape_of(receiver) || ic->epoch != ic->name->epoch)
                goto send_other;
            {
                if (ic->hops) {
                    receiver = object_of(receiver)->slots[0];
                    if (shape_of(receiver) != ic->hop_shape)
                        goto send_other;
                    if (ic->hops > 1) {
                        receiver = object_of(receiver)->slots[0];
                        if (shape_of(receiver) != ic->shape2)
                            goto send_other;
                    }
                }
            send_hit:
                switch ((CacheKind)ic->kind) {
                case IC_BLOCK:
                    block = ref_of(ic->callee);
                    if (block->formals && block->formals->cap >= arg_count(ic->message)) {
                        sp[-1] = receiver;
                        sp[0] = ic->callee;
                        sp[1] = from_ref(ic->holder);
                        sp += 2;
                        pc++;
                        continue;
                    }
                    break;
                case IC_EAGER:
                    sp[-1] = receiver;
                    sp[0] = ic->callee;
                    sp[1] = from_ref(ic->holder);
                    sp += 2;
                    pc++;
                    continue;
                case IC_CONTROL:
                    prim = ((CFunction *)ref_of(ic->callee))->prim;
                    message = ic->message;
                    holder = ic->holder;
                    dest = sp - 1;
                    pc = code->words + *pc;
                    goto enter_control;
                default:
                    break;
                }
            }
            goto send_slow;
        send_other:
            {
                Cache *other = cache_find(ic, sp[-1], &receiver);
                if (other) {
                    ic = other;
                    goto send_hit;
                }
            }
        send_slow:
            SAVE();
            SAVE_PC();
            find_callee(ic->message, ic->name, sp[-1], ic, &callee);
            message = ic->message;
            if (callee.kind == CALLEE_EAGER
                || (callee.kind == CALLEE_BLOCK && as_block(callee.value)->formals && as_block(callee.value)->formals->cap >= arg_count(message))) {
                sp[-1] = callee.receiver;
                sp[0] = callee.value;
                sp[1] = from_ref(callee.holder);
                sp += 2;
                pc++;
                continue;
            }
            dest = sp - 1;
            pc = code->words + *pc;
            if (callee.kind == CALLEE_BLOCK) {
                receiver = callee.receiver;
                holder = callee.holder;
                goto apply;
            }
            goto call_found;

        case OP_CALL:
            count = A(w);
            ic = code->caches + *pc++;
            values = sp - count;
            dest = sp - count - 3;
            receiver = dest[0];
            holder = ref_of(dest[2]);
            message = ic->message;
        call: /* receiver, dest[1] the callee, holder, values, count, message, dest */
            if (kind_of(dest[1]) == K_BLOCK) {
                block = ref_of(dest[1]);
                goto enter_block;
            }
            prim = ((CFunction *)ref_of(dest[1]))->prim;
            value = prim->eager(receiver, (Args){values, count, message});
            if (value == vm.unwind)
                goto eager_unwound;
            sp = dest;
            *sp++ = value;
            slots = object_of(regs.fp->ctx)->slots;
            continue;

        /* ---- arithmetic ---- */
#define TRUTH_OR_NUMBER(expression, truth) ((truth) ? bool_value((expression) != 0) : from_num((double)(expression)))
/* A truth that a jump waits for needs no value. */
#define ANSWER(at, expression, truth) \
    if (truth) { \
        bool is = (expression) != 0; \
        uint32_t after = *pc; \
        if ((after & 0xFF) == OP_JUMP_FALSE) { \
            sp = (at); \
            pc = is ? pc + 2 : code->words + A(after); \
            continue; \
        } \
        *(at) = bool_value(is); \
        sp = (at) + 1; \
        continue; \
    } else { \
        *(at) = from_num((double)(expression)); \
        sp = (at) + 1; \
        continue; \
    }
#define X(name, expression, truth) \
    case OP_##name##_L: { \
        Value l = sp[-1], r = LITERAL(A(w)); \
        pc += 2; \
        if (is_num(l) && is_num(r) && !vm.has_number_slots) { \
            double x = num_of(l), y = num_of(r); \
            ANSWER(sp - 1, expression, truth) \
        } \
        ic = code->caches + pc[-2]; \
        one[0] = r; \
        goto send_one; \
    } \
    case OP_##name##_R: { \
        Value l = sp[-1], r = slots[A(w)]; \
        pc += 2; \
        if (is_num(l) && is_num(r) && !vm.has_number_slots) { \
            double x = num_of(l), y = num_of(r); \
            ANSWER(sp - 1, expression, truth) \
        } \
        ic = code->caches + pc[-2]; \
        one[0] = r; \
        goto send_one_register; \
    } \
    case OP_##name##_RL: { \
        Value l = slots[pc[0]], r = LITERAL(A(w)); \
        pc += 4; \
        if (is_num(l) && is_num(r) && !vm.has_number_slots) { \
            double x = num_of(l), y = num_of(r); \
            ANSWER(sp, expression, truth) \
        } \
        if (is_unusual(l)) \
            goto register_first; \
        *sp++ = l; \
        ic = code->caches + pc[-3]; \
        one[0] = r; \
        goto send_one; \
    } \
    case OP_##name##_RR: { \
        Value l = slots[pc[0]], r = slots[A(w)]; \
        pc += 4; \
        if (is_num(l) && is_num(r) && !vm.has_number_slots) { \
            double x = num_of(l), y = num_of(r); \
            ANSWER(sp, expression, truth) \
        } \
        if (is_unusual(l)) \
            goto register_first; \
        *sp++ = l; \
        ic = code->caches + pc[-3]; \
        one[0] = r; \
        goto send_one_register; \
    } \
    case OP_##name##_S: { \
        pc++; \
        if (is_num(sp[-3])) { /* fillers: the receiver was a number */ \
            Value l = sp[-4], r = sp[-1]; \
            if (is_num(r)) { \
                double x = num_of(l), y = num_of(r); \
                ANSWER(sp - 4, expression, truth) \
            } \
            ic = code->caches + pc[-1]; \
            one[0] = r; \
            sp -= 3; \
            goto send_one; \
        } \
        ic = code->caches + pc[-1]; \
        count = 1; \
        values = sp - 1; \
        dest = sp - 4; \
        receiver = dest[0]; \
        holder = ref_of(dest[2]); \
        message = ic->message; \
        goto call; \
    }
            ARITHMETIC(X)
#undef X
        send_one_register: /* one[0] was read from a register */
            if (is_unusual(one[0])) {
                if (((Cell *)ref_of(one[0]))->flags & F_FORWARDER) {
                    one[0] = resolve(one[0]);
                } else {
                    /* Reading it means sending: the whole message goes the general way. */
                    SAVE();
                    SAVE_PC();
                    message = ic->message;
                    find_callee(message, ic->name, sp[-1], ic, &callee);
                    dest = sp - 1;
                    goto call_with_message;
                }
            }
        send_one: /* receiver on top, one[0], ic */
            receiver = sp[-1];
            message = ic->message;
            dest = sp - 1;
            values = one;
            count = 1;
            if (ic->shape == shape_of(receiver) && ic->epoch == ic->name->epoch && ic->hops == 0) {
                holder = ic->holder;
                if (ic->kind == IC_EAGER) {
                    value = ((CFunction *)ref_of(ic->callee))->prim->eager(receiver, (Args){one, 1, message});
                    if (value == vm.unwind)
                        goto eager_unwound;
                    sp[-1] = value;
                    continue;
                }
                if (ic->kind == IC_BLOCK) {
                    block = ref_of(ic->callee);
                    goto enter_block;
                }
            }
            {
                Cache *other = cache_find(ic, receiver, &callee.receiver);
                if (other && other->hops == 0 && other->kind == IC_EAGER) {
                    holder = other->holder;
                    value = ((CFunction *)ref_of(other->callee))->prim->eager(receiver, (Args){one, 1, message});
                    if (value == vm.unwind)
                        goto eager_unwound;
                    sp[-1] = value;
                    continue;
                }
                if (other && other->hops == 0 && other->kind == IC_BLOCK) {
                    holder = other->holder;
                    block = ref_of(other->callee);
                    goto enter_block;
                }
            }
            SAVE();
            SAVE_PC();
            find_callee(message, ic->name, receiver, ic, &callee);
            goto call_found;
        register_first: /* the first of two registers must be read by a send; then go on with the rest of the message alone */
        {
            uint32_t local = pc[-4];
            Value l = slots[local];
            SAVE();
            SAVE_PC();
            if (((Cell *)ref_of(l))->flags & F_FORWARDER) {
                *sp++ = resolve(l);
                ic = code->caches + pc[-3];
                message = ic->message;
                find_callee(message, ic->name, sp[-1], ic, &callee);
                dest = sp - 1;
                goto call_with_message;
            }
            /* A fragment evaluates the first message, then the single message is performed on its value. */
            control = push_control(sp, &register_first_prim, code->caches[pc[-2]].message, regs.fp->ctx, object_of(regs.fp->ctx), NULL);
            ctl_ops(control, 1);
            control->op[0] = from_ref(code->caches[pc[-3]].message);
            goto step;
        }

        /* ---- jumps ---- */
        case OP_JUMP:
            pc = code->words + A(w);
            continue;
        case OP_JUMP_BACK:
            pc = code->words + A(w);
            if (gc_due())
                goto collect_here;
            continue;
        case OP_JUMP_FALSE: {
            Value v = sp[-1];
            if (v == vm.yes) {
                sp--;
                pc++;
                continue;
            }
            if (v == vm.no || v == vm.nil) {
                sp--;
                pc = code->words + A(w);
                continue;
            }
            int truth = truth_of(v);
            if (truth < 0) {
                SAVE();
                SAVE_PC();
                message = ask_message(SYM(asBoolean), code->origin);
                find_callee(message, SYM(asBoolean), v, NULL, &callee);
                dest = sp - 1;
                values = NULL;
                count = 0;
                goto call_found;
            }
            sp--;
            pc = truth ? pc + 1 : code->words + A(w);
            continue;
        }
        case OP_JUDGE_FALSE: {
            Value v = *--sp;
            if (v == vm.no || v == vm.nil)
                pc = code->words + A(w);
            continue;
        }
        case OP_AND: {
            Value v = resolve(sp[-1]);
            if (v == vm.no || v == vm.nil) {
                sp[-1] = vm.no;
                pc = code->words + A(w);
            } else {
                sp--;
            }
            continue;
        }
        case OP_OR: {
            Value v = resolve(sp[-1]);
            if (v == vm.no || v == vm.nil) {
                sp--;
            } else {
                sp[-1] = vm.yes;
                pc = code->words + A(w);
            }
            continue;
        }
        case OP_TRUTH: {
            Value v = resolve(sp[-1]);
            if (v == vm.yes || v == vm.no)
                continue;
            if (v == vm.nil || is_num(v)) {
                sp[-1] = bool_value(v != vm.nil);
                continue;
            }
            SAVE();
            SAVE_PC();
            message = ask_message(SYM(isTrue), code->origin);
            find_callee(message, SYM(isTrue), v, NULL, &callee);
            dest = sp - 1;
            values = NULL;
            count = 0;
            goto call_found;
        }
        case OP_NUMBER_ARG: {
            uint32_t place = *pc++;
            Value v = sp[-1] = resolve(sp[-1]);
            if (is_num(v))
                continue;
            SAVE();
            SAVE_PC();
            wrong_argument(ref_of(LITERAL(place)), A(w), v, "Number");
            goto unwinding;
        }
        case OP_REPEAT: {
            Value v = sp[-1];
            if (!is_num(v) || vm.has_number_slots) {
                pc = code->words + A(w);
                continue;
            }
            double times = num_of(v);
            sp[-1] = vm.nil;
            sp[0] = from_num(0);
            sp[1] = from_num(times > 0 ? ceil(times) - 1 : -1);
            sp[2] = from_num(1);
            sp += 3;
            continue;
        }
        case OP_EACH: {
            Value v = resolve(sp[-1]);
            Cache *c = code->caches + *pc++;
            if (is_kind(v, K_LIST)) {
                if (c->shape != shape_of(v) || c->epoch != c->name->epoch || c->kind != IC_CONTROL) {
                    SAVE();
                    SAVE_PC();
                    find_callee(c->message, c->name, v, c, &callee);
                    if (callee.kind == CALLEE_ERROR)
                        goto unwinding;
                } else {
                    callee.value = c->callee;
                }
                if (is_prim(callee.value, NULL, list_foreach)) {
                    sp[-1] = v;
                    sp[0] = from_num(0);
                    sp[1] = vm.nil;
                    sp += 2;
                    continue;
                }
            }
            pc = code->words + A(w);
            continue;
        }
        case OP_EACH_TEST: {
            List *l = ref_of(sp[-3]);
            double index = num_of(sp[-2]);
            if (index >= l->count) {
                pc = code->words + A(w);
                continue;
            }
            Value item = list_at(l, (uint32_t)index);
            SET_VARIABLE(pc[0], pc[1], sp[-2]);
            SET_VARIABLE(pc[2], pc[3], item);
            pc += 4;
            continue;
        }
        case OP_EACH_NEXT:
            sp[-2] = sp[-1];
            sp--;
            sp[-2] = from_num(num_of(sp[-2]) + 1);
            pc = code->words + A(w);
            if (gc_due())
                goto collect_here;
            continue;
        case OP_EACH_END:
            sp[-3] = sp[-1];
            sp -= 2;
            continue;
        case OP_FOR_TEST: {
            double index = num_of(sp[-3]), bound = num_of(sp[-2]), step = num_of(sp[-1]);
            uint32_t local = pc[0];
            uint32_t name = pc[1];
            pc += 2;
            if (step > 0 ? index > bound : step < 0 && index < bound) {
                pc = code->words + A(w);
                continue;
            }
            SET_VARIABLE(local, name, sp[-3]);
            continue;
        }
        case OP_FOR_NEXT:
            sp[-5] = sp[-1];
            sp--;
            sp[-3] = from_num(num_of(sp[-3]) + num_of(sp[-1]));
            pc = code->words + A(w);
            if (gc_due())
                goto collect_here;
            continue;
        case OP_FOR_END:
            sp -= 3;
            continue;
        case OP_GUARD:
            if (vm.redefined)
                pc = code->words + A(w);
            continue;
        case OP_BREAK_TO: {
            Value v = sp[-1];
            sp = frame_operands(regs.fp) + A(w);
            *sp++ = v;
            pc = code->words + *pc;
            continue;
        }
        case OP_STOP:
            SAVE();
            SAVE_PC();
            stop_with((Stop)A(w), sp[-1]);
            goto unwinding;
        case OP_RETURN:
        case OP_RETURN_EARLY:
            if (regs.fp->kind == FRAME_ACTIVATION && !(((Locals *)ref_of(regs.fp->ctx))->block->o.h.flags & F_PASS_STOPS)) {
                value = sp[-1];
                goto leave_frame;
            }
            SAVE();
            SAVE_PC();
            stop_with(STOP_RETURN, sp[-1]);
            goto unwinding;
        case OP_EVAL:
            SAVE_PC();
            chain = ref_of(LITERAL(A(w)));
            target = regs.fp->target;
            locals = object_of(regs.fp->ctx);
            goto begin_chain;
        case OP_RET:
            value = sp[-1];
            goto leave_frame;
        default:
            fail_internal("unknown instruction");
        }
    }

/* ---- calls: the value goes to dest, the rest of the stack from there on is free ---- */

call_found: /* callee, message, values and count, dest; pc saved */
    receiver = callee.receiver;
    holder = callee.holder;
    switch (callee.kind) {
    case CALLEE_VALUE:
        sp = dest;
        *sp++ = callee.value;
        slots = object_of(regs.fp->ctx)->slots;
        goto next;
    case CALLEE_BLOCK:
        block = ref_of(callee.value);
        goto enter_block;
    case CALLEE_EAGER:
        value = prim_of(callee.value)->eager(receiver, (Args){values, count, message});
        if (value == vm.unwind)
            goto eager_unwound;
        sp = dest;
        *sp++ = value;
        slots = object_of(regs.fp->ctx)->slots;
        goto next;
    case CALLEE_CONTROL:
        prim = prim_of(callee.value);
        goto enter_control;
    case CALLEE_MESSAGE:
        SAVE_PC();
        sp = dest;
        chain = ref_of(callee.value);
        locals = object_of(regs.fp->ctx);
        target = from_ref(locals);
        goto begin_chain;
    default:
        goto unwinding;
    }

call_with_message: /* callee, message: the arguments are evaluated as it says; dest; pc saved */
    receiver = callee.receiver;
    holder = callee.holder;
    if (callee.kind == CALLEE_BLOCK || callee.kind == CALLEE_EAGER)
        goto apply;
    goto call_found;

activate_with_message: /* callee, receiver, holder, message, dest */
    if (callee.kind == CALLEE_BLOCK || callee.kind == CALLEE_EAGER)
        goto apply;
    goto call_found;

apply: /* callee, receiver, holder, message, dest: arguments are evaluated one by one */
    SAVE_PC();
    SAVE();
    sp = dest;
    control = push_control(sp, &apply_prim, message, receiver, object_of(regs.fp->ctx), holder);
    ctl_ops(control, 3 + arg_count(message));
    control->op[0] = callee.value;
    control->op[1] = receiver;
    control->op[2] = from_ref(holder);
    goto step;

eager_unwound: /* receiver, holder, values, count, message, dest */
    SAVE_PC();
    if (!vm.redirect) {
        SAVE();
        goto unwinding;
    }
    block = ref_of(vm.redirect);
    vm.redirect = 0;
    goto enter_block;

enter_block: /* block, receiver, message, holder, values, count, dest: called from code */
    sender = object_of(regs.fp->ctx);
    {
        Code *body = block->code ? block->code : code_of_block(block);
        Locals *l = make_locals(block, block->locals, receiver, message, sender, holder, values, count);
        SAVE_PC();
        uint32_t after = *pc & 0xFF;
        if (after == OP_RET || after == OP_JUMP || after == OP_RETURN)
            dest = leave_tail(dest, l); /* whoever would only pass the value on is left */
        sp = dest;
        if ((size_t)(regs.limit - sp) < FRAME_WORDS + body->max_stack + 64) {
            SAVE();
            stack_grow(FRAME_WORDS + body->max_stack + 64);
            LOAD();
            if (too_deep(sp)) {
                raise_too_deep(message);
                goto unwinding;
            }
        }
        sp = push_code_frame(sp, FRAME_ACTIVATION, body, &l->o, from_ref(l));
        code = body;
        pc = body->words;
        slots = l->o.slots;
    }
    if (gc_due())
        goto collect_here;
    goto next;

enter_control: /* prim, receiver, message, holder, dest: called from code */
    SAVE_PC();
    SAVE();
    sp = dest;
    control = push_control(sp, prim, message, receiver, object_of(regs.fp->ctx), holder);
    goto step;

step: /* control is the newest frame */
    if (gc_due()) {
        regs.sp = control->op + control->op_count;
        gc_safepoint();
        frame_load_registers();
        if (limit_reached())
            goto unwinding;
        control = (Control *)(void *)regs.fp;
    }
    regs.sp = control->op + control->op_count;
    request = ctl_prim(control)->control(control);
    if (request == REQ_REINSTATE) {
        /* The frame of the primitive, even its stack, may be gone. */
        coroutine_restore(asked.coroutine, asked.values, asked.sp, asked.fp);
        vm.coroutine = asked.coroutine;
        frame_load_registers();
        LOAD();
        value = asked.target;
        goto give_value;
    }
    control = (Control *)(void *)regs.fp;
    sp = control->op + control->op_count;
    SAVE();
    switch (request) {
    case REQ_DONE:
        value = control->value;
        goto leave_frame;
    case REQ_UNWIND: /* not again through the primitive that asks for it */
        regs.fp = frame_below(&control->f);
        regs.sp = (Value *)(void *)control;
        goto unwinding;
    case REQ_TAIL_EVAL:
        regs.fp = frame_below(&control->f);
        sp = (Value *)(void *)control;
        sp = leave_fragments(sp);
        /* fall through */
    case REQ_EVAL:
        chain = asked.message;
        target = asked.target;
        locals = asked.locals;
        goto begin_chain;
    case REQ_TAIL_PERFORM:
        regs.fp = frame_below(&control->f);
        sp = (Value *)(void *)control;
        sp = leave_fragments(sp);
        /* fall through */
    case REQ_PERFORM:
        code = code_of(asked.message, layout_of(from_ref(asked.locals), asked.locals), VARIANT_SINGLE);
        SAVE();
        if ((size_t)(regs.limit - sp) < FRAME_WORDS + code->max_stack + 64) {
            stack_grow(FRAME_WORDS + code->max_stack + 64);
            LOAD();
            if (too_deep(sp)) {
                raise_too_deep(asked.message);
                goto unwinding;
            }
        }
        sp = push_code_frame(sp, FRAME_FRAGMENT, code, asked.locals, from_ref(asked.locals));
        pc = code->words;
        slots = asked.locals->slots;
        *sp++ = asked.target;
        if (gc_due())
            goto collect_here;
        goto next;
    case REQ_TAIL_SEND:
        regs.fp = frame_below(&control->f);
        sp = (Value *)(void *)control;
        sp = leave_fragments(sp);
        /* fall through */
    case REQ_SEND:
        message = asked.count ? message_at(asked.name, NULL) : ask_message(asked.name, NULL);
        if (asked.count) {
            message->label = SYM(prelude);
            message_set_args(message, message_literals(asked.values, asked.count));
        }
        code = code_of(message, layout_of(from_ref(asked.locals), asked.locals), VARIANT_SINGLE);
        SAVE();
        stack_ensure(FRAME_WORDS + code->max_stack + 64);
        LOAD();
        if (too_deep(sp)) {
            raise_too_deep(message);
            goto unwinding;
        }
        sp = push_code_frame(sp, FRAME_FRAGMENT, code, asked.locals, from_ref(asked.locals));
        pc = code->words;
        slots = asked.locals->slots;
        *sp++ = asked.target;
        if (gc_due())
            goto collect_here;
        goto next;
    case REQ_TAIL_CALL:
        regs.fp = frame_below(&control->f);
        sp = (Value *)(void *)control;
        /* fall through */
    case REQ_CALL: {
        block = (Block *)asked.callee;
        Code *body = block->code ? block->code : code_of_block(block);
        Locals *l = make_locals(block, block->locals, asked.target, asked.message, asked.locals, asked.holder, asked.values, asked.count);
        if (request == REQ_TAIL_CALL)
            sp = leave_tail(sp, l);
        SAVE();
        if ((size_t)(regs.limit - sp) < FRAME_WORDS + body->max_stack + 64) {
            stack_grow(FRAME_WORDS + body->max_stack + 64);
            LOAD();
            if (too_deep(sp)) {
                raise_too_deep(asked.message);
                goto unwinding;
            }
        }
        sp = push_code_frame(sp, FRAME_ACTIVATION, body, &l->o, from_ref(l));
        code = body;
        pc = body->words;
        slots = l->o.slots;
        if (gc_due())
            goto collect_here;
        goto next;
    }
    case REQ_TAIL_ACTIVATE:
        regs.fp = frame_below(&control->f);
        sp = (Value *)(void *)control;
        SAVE();
        classify(from_ref(asked.callee), asked.target, asked.holder, asked.message, &callee);
        if (callee.kind == CALLEE_ERROR)
            goto unwinding;
        if (callee.kind == CALLEE_CONTROL) {
            control = push_control(sp, prim_of(callee.value), asked.message, asked.target, asked.locals, asked.holder);
            goto step;
        }
        if (callee.kind == CALLEE_VALUE) {
            value = callee.value;
            goto give_value;
        }
        if (callee.kind == CALLEE_MESSAGE) {
            chain = ref_of(callee.value);
            locals = asked.locals;
            target = from_ref(locals);
            goto begin_chain;
        }
        control = push_control(sp, &apply_prim, asked.message, asked.target, asked.locals, asked.holder);
        ctl_ops(control, 3 + arg_count(asked.message));
        control->op[0] = callee.value;
        control->op[1] = asked.target;
        control->op[2] = ref_or_nil(asked.holder);
        goto step;
    case REQ_SWITCH:
        frame_save_registers();
        gc_remember(vm.coroutine);
        vm.coroutine = asked.coroutine;
        if (vm.coroutine->started) {
            frame_load_registers();
            gc_remember(vm.coroutine);
            LOAD();
            value = vm.nil;
            goto give_value;
        }
        coroutine_begin(vm.coroutine);
        frame_load_registers();
        gc_remember(vm.coroutine);
        LOAD();
        coroutine_body(vm.coroutine, &chain, &target, &locals);
        goto begin_chain;
    case REQ_COLLECT:
        gc_full();
        frame_load_registers();
        control = (Control *)(void *)regs.fp;
        goto step;
    default:
        fail_internal("unknown request");
    }

/* ---- ends of frames ---- */

leave_frame: /* value is what the newest frame ended with */
    {
        Frame *f = regs.fp;
        if (f->kind == FRAME_ACTIVATION) {
            Locals *l = ref_of(f->ctx);
            if (l->pending) {
                Stop stop = (Stop)l->pending;
                regs.fp = frame_below(f);
                sp = (Value *)(void *)f;
                SAVE();
                stop_with(stop, value);
                goto unwinding;
            }
        }
        sp = (Value *)(void *)f;
        regs.fp = frame_below(f);
    }
give_value: /* to the newest frame, whose operands end at sp */
    {
        Frame *f = regs.fp;
        if (!f)
            goto coroutine_ended;
        if ((Value *)(void *)f < regs.clean)
            regs.clean = (Value *)(void *)f;
        if (f->kind == FRAME_CONTROL) {
            control = (Control *)(void *)f;
            control->value = value;
            control->f.stopped = STOP_NONE;
            goto step;
        }
        code = frame_code(f);
        pc = code->words + f->pc;
        slots = object_of(f->ctx)->slots;
        *sp++ = value;
    }
    goto next;

coroutine_ended: /* with value */
    if (vm.coroutine == main_coroutine()) {
        *result = value;
        return true;
    }
    {
        Coroutine *ended = vm.coroutine;
        Coroutine *parent = coroutine_living_parent(ended);
        coroutine_finish(ended, value, NULL);
        vm.coroutine = parent ? parent : main_coroutine();
        frame_load_registers();
        gc_remember(vm.coroutine);
        LOAD();
        value = vm.nil;
        goto give_value;
    }

unwinding: /* vm.stop is set; the pc of the newest frame is saved */
    switch (unwind(&value)) {
    case UNWOUND_TO_CODE:
        LOAD();
        code = frame_code(regs.fp);
        pc = code->words + regs.fp->pc;
        slots = object_of(regs.fp->ctx)->slots;
        if ((Value *)(void *)regs.fp < regs.clean)
            regs.clean = (Value *)(void *)regs.fp;
        goto next;
    case UNWOUND_TO_CONTROL:
        control = (Control *)(void *)regs.fp;
        if ((Value *)(void *)regs.fp < regs.clean)
            regs.clean = (Value *)(void *)regs.fp;
        goto step;
    case UNWOUND_VALUE:
        LOAD();
        goto give_value;
    case UNWOUND_COROUTINE: {
        Coroutine *ended = vm.coroutine;
        Object *exception = vm.stop == STOP_RAISE ? object_of(vm.stop_value) : NULL;
        vm.stop = STOP_NONE;
        if (ended == main_coroutine()) {
            *result = value;
            if (!exception)
                return true;
            vm.stop = STOP_RAISE;
            return false;
        }
        Coroutine *parent = coroutine_living_parent(ended);
        coroutine_finish(ended, value, exception);
        vm.coroutine = parent ? parent : main_coroutine();
        frame_load_registers();
        gc_remember(vm.coroutine);
        LOAD();
        value = vm.nil;
        goto give_value;
    }
    default:
        return false;
    }
}
