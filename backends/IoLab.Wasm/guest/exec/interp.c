/* The loop that runs stack code: quick.c as far as it goes, then one instruction in general. The registers are pc, sp, code and slots; regs.fp is always
   current, the others are written to memory where something may look: before collections, growth of the stack and whatever between.c does. */
#include "interp.h"

#include "../core/fail.h"
#include "../protos/table.h"
#include "activation.h"
#include "between.h"
#include "call.h"
#include "coroutine.h"
#include "limits.h"
#include "quick.h"

/* Sets a loop's variable: register or name, as the instruction tells. */
static void set_variable(uint32_t local, Value name, Value v)
{
    Object *ctx = object_of(regs.fp->ctx);
    if (local < NO_VARIABLE)
        store_slot(ctx, local, v);
    else if (local == BY_NAME)
        set_slot(ctx, ref_of(name), v);
}

/* A value read from a register that is not simply pushed: what stands for it, or itself if it must be activated. */
static Value read_register(uint32_t local)
{
    Object *ctx = object_of(regs.fp->ctx);
    Value v = ctx->slots[local];
    return v == vm.lazy_call ? read_slot(ctx, (int)local) : resolve(v);
}

/* Is the foreach that the list would find the built-in one? -1: an exception is being raised. */
static int has_own_foreach(Value list, Cache *c)
{
    Callee callee;
    if (c->shape == shape_of(list) && c->epoch == c->name->epoch && c->kind == IC_CONTROL)
        return is_prim(c->callee, NULL, list_foreach);
    find_callee(c->message, c->name, list, c, &callee);
    return callee.kind == CALLEE_ERROR ? -1 : is_prim(callee.value, NULL, list_foreach);
}

/* Follows the way from Locals to self that an entry knows; false if it is another one. */
static inline bool follow_hops(const Cache *ic, Value *receiver)
{
    if (ic->shape != shape_of(*receiver) || ic->epoch != ic->name->epoch)
        return false;
    if (ic->hops) {
        *receiver = object_of(*receiver)->slots[0];
        if (shape_of(*receiver) != ic->hop_shape)
            return false;
        if (ic->hops > 1) {
            *receiver = object_of(*receiver)->slots[0];
            if (shape_of(*receiver) != ic->shape2)
                return false;
        }
    }
    return true;
}

#if IO_STEP_SUPERINSTRUCTIONS
/* What an ISEND0 that found something in self turns itself into. */
static Operation specialised(const Cache *ic)
{
    if (ic->kind == IC_OWN || ic->kind == IC_HELD || ic->kind == IC_LITERAL)
        return OP_SELF0;
    return ic->kind == IC_CONTROL && prim_of(ic->callee)->turn ? OP_TURN0 : OP_ISEND0;
}
#endif

/* Is the value of a setSlot a literal? Then no SETS stands before it. */
static bool is_set_to_literal(const Message *m) { return has_cached(arg_at(m, 1)) && !arg_at(m, 1)->next; }

static inline bool takes_values(const Callee *callee, const Message *m)
{
    if (callee->kind == CALLEE_EAGER)
        return true;
    const Block *block = callee->kind == CALLEE_BLOCK ? as_block(callee->value) : NULL;
    return block && block->formals && block->formals->cap >= arg_count(m);
}

/* A fragment evaluates the first message, then the single message is performed on its value. */
static void push_register_first(Value *sp, Message *first, Message *message)
{
    Control *control = push_control(sp, &register_first_prim, first, regs.fp->ctx, object_of(regs.fp->ctx), NULL);
    ctl_ops(control, 1);
    control->op[0] = from_ref(message);
}

static Todo run_code(void)
{
    const uint32_t *pc;
    Value *sp, *slots;
    Code *code;
    /* Operands of the labels below. */
    Value value, receiver, *dest;
    const Value *values = NULL;
    uint32_t count = 0;
    Cache *ic;
    Message *message;
    Object *holder;
    Block *block;
    const Prim *prim;
    Callee callee;
    Value one[1];

    code = frame_code(regs.fp);
    pc = code->words + regs.fp->pc;
    sp = regs.sp;
    slots = object_of(regs.fp->ctx)->slots;

#define SAVE() (regs.sp = sp, regs.fp->pc = (uint32_t)(pc - code->words))
#define LEAVE(todo) \
    do { \
        SAVE(); \
        return (todo); \
    } while (0)
#define RELOAD_SLOTS() (slots = object_of(regs.fp->ctx)->slots)

#define CALL_BLOCK(b, r, m, h, v, n, d) \
    do { \
        block = (b); \
        receiver = (r); \
        message = (m); \
        holder = (h); \
        values = (v); \
        count = (n); \
        dest = (d); \
        goto enter_block; \
    } while (0)
#define UNWOUND(r, m, h, v, n, d) \
    do { \
        receiver = (r); \
        message = (m); \
        holder = (h); \
        values = (v); \
        count = (n); \
        dest = (d); \
        goto eager_unwound; \
    } while (0)

#define NEXT continue

    for (;;) {
        Left left = run_quick(pc, sp, slots, code);
        if (left == LEFT_UNWIND)
            return DO_UNWIND;
        if (left == LEFT_FOR_BETWEEN)
            return quick.todo;
        pc = quick.pc;
        sp = quick.sp;
        slots = quick.slots;
        code = quick.code;
        if (left == LEFT_COLLECT)
            LEAVE(DO_COLLECT);
        if (left == LEFT_UNWOUND)
            UNWOUND(quick.receiver, quick.message, quick.holder, quick.values, quick.count, quick.dest);

        uint32_t w = pc[-1];
        switch ((Operation)(w & 0xFF)) {
        /* ---- slots ---- */
        case OP_LOCAL: {
            Value v = read_register(A(w));
            ic = code->caches + *pc++;
            if (!is_unusual(v)) {
                *sp++ = v;
                NEXT;
            }
            receiver = regs.fp->ctx;
            if (is_kind(v, K_CFUNCTION) && takes_anyone(((CFunction *)ref_of(v))->prim)) {
                *sp++ = receiver;
                holder = object_of(receiver);
                prim = ((CFunction *)ref_of(v))->prim;
                goto send0_eager;
            }
            goto send_nothing;
        }
        case OP_SET_LOCAL:
            store_slot(object_of(regs.fp->ctx), A(w), sp[-1]);
            NEXT;
        case OP_UPDATE_LOCAL:
            ic = code->caches + *pc++;
            SAVE();
            if (update_slot(regs.fp->ctx, ic->name, sp[-1], ic->message) == vm.unwind)
                return DO_UNWIND;
            RELOAD_SLOTS();
            NEXT;
        case OP_UPDATE: {
            Object *ctx = object_of(regs.fp->ctx);
            ic = code->caches + A(w);
            pc++;
            SAVE();
            if (update_slot(regs.fp->ctx, ic->name, sp[-1], ic->message) == vm.unwind)
                return DO_UNWIND;
            slots = ctx->slots;
            if (IO_STEP_INLINE_CACHES)
                update_cache(ic, ctx);
            NEXT;
        }
        case OP_SETS:
            message = code->caches[*pc++].message;
            SAVE();
            find_callee(message, message->name, sp[-1], NULL, &callee);
            if (callee.kind == CALLEE_ERROR)
                return DO_UNWIND;
            if (callee.kind == CALLEE_EAGER && is_set_slot(callee.value)) {
                sp[-1] = callee.receiver;
                NEXT;
            }
            dest = sp - 1;
            GO_TO(A(w));
            goto call_with_message;
        case OP_SET_SLOT:
            ic = code->caches + A(w);
            if (is_set_to_literal(ic->message)) { /* it has not been asked before */
                SAVE();
                message = ic->message;
                find_callee(message, message->name, sp[-2], NULL, &callee);
                if (callee.kind == CALLEE_ERROR)
                    return DO_UNWIND;
                if (callee.kind != CALLEE_EAGER || !is_set_slot(callee.value)) {
                    sp--;
                    dest = sp - 1;
                    goto call_with_message;
                }
                sp[-2] = callee.receiver;
            }
            set_slot_cached(ic, sp[-2], sp[-1]);
            RELOAD_SLOTS();
            sp[-2] = sp[-1];
            sp--;
            NEXT;
        case OP_SET_CTX:
            set_slot(object_of(regs.fp->ctx), ref_of(LITERAL(A(w))), sp[-1]);
            RELOAD_SLOTS();
            NEXT;

        /* ---- sends without arguments ---- */
        case OP_ISEND0:
            ic = code->caches + A(w);
            receiver = regs.fp->target;
#if IO_STEP_SUPERINSTRUCTIONS
            if (ic->hops == 1 && code->layout)
                code->words[pc - 1 - code->words] = (w & ~0xFFu) | (uint32_t)specialised(ic);
#endif
            goto send_nothing;
        case OP_SELF0:
        case OP_TURN0:
            ic = code->caches + A(w);
            receiver = regs.fp->target;
        send_nothing: /* ic, receiver: nothing of it is on the stack */
            *sp++ = receiver;
            goto send0;
        case OP_SEND0:
            ic = code->caches + A(w);
        send0:
            receiver = sp[-1];
            if (!follow_hops(ic, &receiver)) {
                Cache *other = cache_find(ic, sp[-1], &receiver);
                if (!other)
                    goto send0_slow;
                ic = other;
            }
            switch ((CacheKind)ic->kind) {
            case IC_OWN:
                value = object_of(receiver)->slots[ic->index];
                holder = object_of(receiver);
                if (!is_unusual(value)) {
                    sp[-1] = value;
                    NEXT;
                }
                if (is_kind(value, K_CFUNCTION) && takes_anyone(((CFunction *)ref_of(value))->prim)) {
                    prim = ((CFunction *)ref_of(value))->prim;
                    goto send0_eager;
                }
                if (!is_kind(value, K_BLOCK))
                    goto send0_slow;
                block = ref_of(value);
                if (block->o.h.extra) { /* its body is one literal */
                    sp[-1] = block->body->cached;
                    NEXT;
                }
                CALL_BLOCK(block, receiver, ic->message, holder, NULL, 0, sp - 1);
            case IC_LITERAL:
                sp[-1] = ic->callee;
                NEXT;
            case IC_HELD:
                value = ic->holder->slots[ic->index];
                if (is_unusual(value))
                    goto send0_slow;
                sp[-1] = value;
                NEXT;
            case IC_BLOCK:
                CALL_BLOCK((Block *)ref_of(ic->callee), receiver, ic->message, ic->holder, NULL, 0, sp - 1);
            case IC_EAGER:
                prim = ((CFunction *)ref_of(ic->callee))->prim;
                holder = ic->holder;
            send0_eager:
                value = prim->eager(receiver, (Args){NULL, 0, ic->message});
                if (value == vm.unwind)
                    UNWOUND(receiver, ic->message, holder, NULL, 0, sp - 1);
                sp--;
                RELOAD_SLOTS();
                *sp++ = value;
                NEXT;
            case IC_CONTROL:
                prim = ((CFunction *)ref_of(ic->callee))->prim;
                message = ic->message;
                holder = ic->holder;
                dest = sp - 1;
                goto enter_control;
            default:
                break;
            }
        send0_slow:
            SAVE();
            find_callee(ic->message, ic->name, sp[-1], ic, &callee);
            message = ic->message;
            values = NULL;
            count = 0;
            dest = sp - 1;
            goto call_found;

        /* ---- sends with arguments ---- */
        case OP_ISEND:
            *sp++ = regs.fp->target;
            goto send;
        case OP_ASEND:
        case OP_SEND:
        send:
            ic = code->caches + A(w);
            receiver = sp[-1];
            if (!follow_hops(ic, &receiver)) {
                Cache *other = cache_find(ic, sp[-1], &receiver);
                if (!other)
                    goto send_slow;
                ic = other;
            }
            if (ic->kind == IC_CONTROL) {
                prim = ((CFunction *)ref_of(ic->callee))->prim;
                message = ic->message;
                holder = ic->holder;
                dest = sp - 1;
                GO_TO(*pc);
                goto enter_control;
            }
            if (ic->kind == IC_BLOCK) {
                block = ref_of(ic->callee);
                if (!block->formals || block->formals->cap < arg_count(ic->message))
                    goto send_slow;
            } else if (ic->kind != IC_EAGER) {
                goto send_slow;
            }
            sp[-1] = receiver;
            sp[0] = ic->callee;
            sp[1] = from_ref(ic->holder);
            sp += 2;
            pc++;
            NEXT;
        send_slow:
            SAVE();
            find_callee(ic->message, ic->name, sp[-1], ic, &callee);
            message = ic->message;
            if (takes_values(&callee, message)) {
                sp[-1] = callee.receiver;
                sp[0] = callee.value;
                sp[1] = from_ref(callee.holder);
                sp += 2;
                pc++;
                NEXT;
            }
            dest = sp - 1;
            GO_TO(*pc);
            goto call_with_message;

        /* ---- arithmetic of what is no number, or has slots of its own ---- */
#define X(name, expression, truth) \
        case OP_##name##_L: \
            one[0] = LITERAL(A(w)); \
            pc += 2; \
            ic = code->caches + pc[-2]; \
            goto send_one; \
        case OP_##name##_R: \
            one[0] = slots[A(w)]; \
            pc += 2; \
            ic = code->caches + pc[-2]; \
            goto send_one_register; \
        case OP_##name##_RL: \
            one[0] = LITERAL(A(w)); \
            pc += 4; \
            if (is_unusual(slots[pc[-4]])) \
                goto register_first; \
            *sp++ = slots[pc[-4]]; \
            ic = code->caches + pc[-3]; \
            goto send_one; \
        case OP_##name##_RR: \
            one[0] = slots[A(w)]; \
            pc += 4; \
            if (is_unusual(slots[pc[-4]])) \
                goto register_first; \
            *sp++ = slots[pc[-4]]; \
            ic = code->caches + pc[-3]; \
            goto send_one_register; \
        case OP_##name##_S: \
            ic = code->caches + *pc++; \
            goto call_operator;
            ARITHMETIC(X)
#undef X
        case OP_CALL_UPDATE:
            ic = code->caches + *pc++;
            count = 2;
            if (!is_prim(sp[-4], object_update_slot, NULL))
                goto call;
            SAVE();
            if (!update_slot_cached(code->caches + A(w), sp[-5], sp[-1]))
                return DO_UNWIND;
            RELOAD_SLOTS();
            sp[-5] = sp[-1];
            sp -= 4;
            NEXT;
        call_operator: /* as CALL, unless there are fillers: then the receiver is a number, and the argument none */
            if (is_num(sp[-3])) {
                one[0] = sp[-1];
                sp -= 3;
                goto send_one;
            }
            count = 1;
        call: /* ic, count; callee, holder and values on the stack */
            values = sp - count;
            dest = sp - count - 3;
            receiver = dest[0];
            holder = ref_of(dest[2]);
            message = ic->message;
            if (kind_of(dest[1]) == K_BLOCK) {
                block = ref_of(dest[1]);
                goto enter_block;
            }
            prim = ((CFunction *)ref_of(dest[1]))->prim;
            goto call_eager;
        send_one_register: /* one[0] was read from a register */
            if (is_unusual(one[0])) {
                if (((Cell *)ref_of(one[0]))->flags & F_FORWARDER) {
                    one[0] = resolve(one[0]);
                } else {
                    /* Reading it means sending: the whole message goes the general way. */
                    SAVE();
                    message = ic->message;
                    find_callee(message, ic->name, sp[-1], ic, &callee);
                    dest = sp - 1;
                    goto call_with_message;
                }
            }
        send_one: /* receiver on top, one[0], ic */
            receiver = sp[-1];
            if ((w & 0xFF) >= OP_MOD_L && (w & 0xFF) <= OP_MOD_S && is_num(receiver) && is_num(one[0]) && !vm.redefined) {
                sp[-1] = from_num(fmod(num_of(receiver), num_of(one[0])));
                NEXT;
            }
            message = ic->message;
            dest = sp - 1;
            values = one;
            count = 1;
            {
                Cache *fitting = ic;
                Value found_for;
                if (ic->shape != shape_of(receiver) || ic->epoch != ic->name->epoch)
                    fitting = cache_find(ic, receiver, &found_for);
                if (fitting && fitting->hops == 0) {
                    holder = fitting->holder;
                    if (fitting->kind == IC_EAGER) {
                        prim = ((CFunction *)ref_of(fitting->callee))->prim;
                        goto call_eager;
                    }
                    if (fitting->kind == IC_BLOCK) {
                        block = ref_of(fitting->callee);
                        goto enter_block;
                    }
                }
            }
            SAVE();
            find_callee(message, ic->name, receiver, ic, &callee);
            goto call_found;
        register_first: /* the first of two registers must be read by a send; then the rest of the message goes on alone */
        {
            Value l = slots[pc[-4]];
            SAVE();
            if (((Cell *)ref_of(l))->flags & F_FORWARDER) {
                *sp++ = resolve(l);
                ic = code->caches + pc[-3];
                message = ic->message;
                find_callee(message, ic->name, sp[-1], ic, &callee);
                dest = sp - 1;
                goto call_with_message;
            }
            push_register_first(sp, code->caches[pc[-2]].message, code->caches[pc[-3]].message);
            return DO_STEP;
        }

        /* ---- truths ---- */
        case OP_JUMP_FALSE: {
            Value v = sp[-1];
            int truth = truth_of(v);
            if (truth >= 0) {
                sp--;
                if (truth)
                    pc++;
                else
                    GO_TO(A(w));
                NEXT;
            }
            SAVE();
            message = ask_message(SYM(asBoolean), code->origin);
            find_callee(message, SYM(asBoolean), v, NULL, &callee);
            dest = sp - 1;
            values = NULL;
            count = 0;
            goto call_found;
        }
        case OP_AND:
        case OP_OR: {
            Value v = resolve(sp[-1]);
            bool is_true = v != vm.no && v != vm.nil;
            if (is_true == ((w & 0xFF) == OP_AND)) {
                sp--;
            } else {
                sp[-1] = bool_value(is_true);
                GO_TO(A(w));
            }
            NEXT;
        }
        case OP_TRUTH: {
            Value v = resolve(sp[-1]);
            if (v == vm.yes || v == vm.no)
                NEXT;
            if (v == vm.nil || is_num(v)) {
                sp[-1] = bool_value(v != vm.nil);
                NEXT;
            }
            SAVE();
            message = ask_message(SYM(isTrue), code->origin);
            find_callee(message, SYM(isTrue), v, NULL, &callee);
            dest = sp - 1;
            values = NULL;
            count = 0;
            goto call_found;
        }

        /* ---- loops ---- */
        case OP_NUMBER_ARG:
            count = *pc++;
            value = sp[-1] = resolve(sp[-1]);
            if (is_num(value))
                NEXT;
            SAVE();
            wrong_argument(ref_of(LITERAL(count)), A(w), value, "Number");
            return DO_UNWIND;
        case OP_FOR_TEST:
            set_variable(pc[0], LITERAL(pc[1]), sp[-3]);
            RELOAD_SLOTS();
            pc += 2;
            NEXT;
        case OP_EACH:
            value = resolve(sp[-1]);
            ic = code->caches + *pc++;
            if (is_kind(value, K_LIST)) {
                SAVE();
                int is_own = has_own_foreach(value, ic);
                if (is_own < 0)
                    return DO_UNWIND;
                if (is_own) {
                    sp[-1] = value;
                    sp[0] = from_num(0);
                    sp[1] = vm.nil;
                    sp += 2;
                    NEXT;
                }
            }
            GO_TO(A(w));
            NEXT;
        case OP_EACH_TEST:
            value = list_at(ref_of(sp[-3]), (uint32_t)num_of(sp[-2]));
            set_variable(pc[0], LITERAL(pc[1]), sp[-2]);
            set_variable(pc[2], LITERAL(pc[3]), value);
            RELOAD_SLOTS();
            pc += 4;
            NEXT;
        case OP_JUMP_BACK:
            GO_TO(A(w));
            LEAVE(DO_COLLECT);
        case OP_FOR_NEXT:
            sp[-5] = sp[-1];
            sp--;
            sp[-3] = from_num(num_of(sp[-3]) + num_of(sp[-1]));
            GO_TO(A(w));
            LEAVE(DO_COLLECT);
        case OP_EACH_NEXT:
            sp[-2] = sp[-1];
            sp--;
            sp[-2] = from_num(num_of(sp[-2]) + 1);
            GO_TO(A(w));
            LEAVE(DO_COLLECT);

        /* ---- stops and ends ---- */
        case OP_STOP:
            SAVE();
            stop_with((Stop)A(w), sp[-1]);
            return DO_UNWIND;
        case OP_RETURN:
        case OP_RETURN_EARLY:
            if (regs.fp->kind != FRAME_ACTIVATION || ((Locals *)ref_of(regs.fp->ctx))->block->o.h.flags & F_PASS_STOPS) {
                SAVE();
                stop_with(STOP_RETURN, sp[-1]);
                return DO_UNWIND;
            }
            /* fall through */
        case OP_RET:
            passing.value = sp[-1];
            LEAVE(DO_LEAVE);
        case OP_INSTEAD: {
            const Construct *sent = code->constructs + A(w);
            message = sent->message;
            uint32_t *words = code->words + sent->at;
            GO_TO(code->word_count - code->construct_count + A(w));
            if (sent->receiver == RECEIVER_REGISTER) {
                SAVE();
                push_register_first(sp, code->caches[words[3]].message, message);
                return DO_STEP;
            }
            if (sent->receiver != RECEIVER_ON_TOP)
                *sp++ = sent->receiver == RECEIVER_TARGET ? regs.fp->target : regs.fp->ctx;
            SAVE();
            find_callee(message, message->name, sp[-1], NULL, &callee);
            dest = sp - 1;
            values = NULL;
            count = 0;
            goto call_with_message;
        }
        case OP_EVAL:
            passing.chain = ref_of(LITERAL(A(w)));
            passing.target = regs.fp->ctx; /* it is an argument */
            passing.locals = object_of(regs.fp->ctx);
            LEAVE(DO_CHAIN);
        default:
            fail_internal("unknown instruction");
        }

        /* ---- calls: the value goes to dest, the rest of the stack from there on is free ---- */
    call_found: /* callee, message, values and count, dest; pc saved */
        receiver = callee.receiver;
        holder = callee.holder;
        switch (callee.kind) {
        case CALLEE_VALUE:
            sp = dest;
            *sp++ = callee.value;
            RELOAD_SLOTS();
            NEXT;
        case CALLEE_BLOCK:
            block = ref_of(callee.value);
            goto enter_block;
        case CALLEE_EAGER:
            prim = prim_of(callee.value);
            goto call_eager;
        case CALLEE_CONTROL:
            prim = prim_of(callee.value);
            goto enter_control;
        case CALLEE_MESSAGE:
            sp = dest;
            passing.chain = ref_of(callee.value);
            passing.locals = object_of(regs.fp->ctx);
            passing.target = from_ref(passing.locals);
            LEAVE(DO_CHAIN);
        default:
            return DO_UNWIND;
        }

    call_with_message: /* callee, message, dest: arguments are evaluated one by one, as the message says */
        if (callee.kind != CALLEE_BLOCK && callee.kind != CALLEE_EAGER)
            goto call_found;
        SAVE();
        {
            Control *control = push_control(dest, &apply_prim, message, callee.receiver, object_of(regs.fp->ctx), callee.holder);
            ctl_ops(control, 3 + arg_count(message));
            control->op[0] = callee.value;
            control->op[1] = callee.receiver;
            control->op[2] = from_ref(callee.holder);
            return DO_STEP;
        }

    call_eager: /* prim, receiver, holder, values, count, message, dest */
        value = prim->eager(receiver, (Args){values, count, message});
        if (value == vm.unwind)
            goto eager_unwound;
        sp = dest;
        *sp++ = value;
        RELOAD_SLOTS();
        NEXT;

    eager_unwound: /* receiver, holder, values, count, message, dest */
        if (!vm.redirect) {
            SAVE();
            return DO_UNWIND;
        }
        block = ref_of(vm.redirect);
        vm.redirect = 0;

    enter_block: /* block, receiver, message, holder, values, count, dest */
        sp = enter_block(block, receiver, message, holder, values, count, dest, pc);
        if (!sp)
            return DO_UNWIND;
        code = block->code;
        pc = code->words;
        RELOAD_SLOTS();
        if (gc_due())
            LEAVE(DO_COLLECT);
        NEXT;

    enter_control: /* prim, receiver, message, holder, dest */
        SAVE();
        push_control(dest, prim, message, receiver, object_of(regs.fp->ctx), holder);
        return DO_STEP;
    }
}

bool machine_run(Message *chain, Value target, Object *locals, Value *result)
{
    vm.stop = STOP_NONE;
    vm.redirect = 0;
    vm.coroutine = main_coroutine();
    coroutine_make_stack(vm.coroutine, 1024);
    vm.coroutine->started = 1;
    vm.coroutine->finished = 0;
    coroutine_set_handlers(vm.coroutine, vm.nil);
    frame_load_registers();
    passing.chain = chain;
    passing.target = target;
    passing.locals = locals;
    for (Todo todo = DO_CHAIN; between(todo) == DO_CODE;)
        todo = run_code();
    *result = passing.value;
    return vm.stop == STOP_NONE;
}
