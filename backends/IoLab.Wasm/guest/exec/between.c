#include "between.h"

#include "../core/fail.h"
#include "activation.h"
#include "call.h"
#include "compile.h"
#include "coroutine.h"
#include "limits.h"
#include "unwind.h"

Passing passing;

static Todo code_or_collection(void) { return gc_due() ? DO_COLLECT : DO_CODE; }

/* A code frame at regs.sp. */
static Todo begin(FrameKind kind, Code *code, Message *at, Object *ctx, Value target)
{
    if (!make_room_for(code, at))
        return DO_UNWIND;
    regs.sp = push_code_frame(regs.sp, kind, code, ctx, target);
    return code_or_collection();
}

static Todo begin_chain(void)
{
    Code *code = code_of(passing.chain, layout_of(passing.target, passing.locals), VARIANT_CHAIN);
    return begin(FRAME_FRAGMENT, code, passing.chain, passing.locals, passing.target);
}

static Todo collect_garbage(void)
{
    gc_safepoint();
    frame_load_registers();
    return limit_reached() ? DO_UNWIND : DO_CODE;
}

/* ---- ends of frames and of coroutines ---- */

/* Nothing below this frame has changed since the last collection, as far as is known; the frame itself changes now. */
static void touch_frame(Frame *f)
{
    if ((Value *)(void *)f < regs.clean)
        regs.clean = (Value *)(void *)f;
}

static Todo leave_frame(void)
{
    Frame *f = regs.fp;
    uint8_t pending = f->kind == FRAME_ACTIVATION ? ((Locals *)ref_of(f->ctx))->pending : 0;
    regs.sp = (Value *)(void *)f;
    regs.fp = frame_below(f);
    if (!pending)
        return DO_GIVE;
    stop_with((Stop)pending, passing.value);
    return DO_UNWIND;
}

/* Whoever started a coroutine that has ended goes on. */
static Todo end_coroutine(Object *exception)
{
    Coroutine *ended = vm.coroutine, *parent = coroutine_living_parent(ended);
    coroutine_finish(ended, passing.value, exception);
    vm.coroutine = parent ? parent : main_coroutine();
    frame_load_registers();
    gc_remember(vm.coroutine);
    passing.value = vm.nil;
    return DO_GIVE;
}

static inline Todo give_value(void)
{
    Frame *f = regs.fp;
    if (!f && vm.coroutine == main_coroutine()) {
        vm.stop = STOP_NONE;
        return DO_RETURN;
    }
    if (!f)
        return end_coroutine(NULL);
    touch_frame(f);
    if (f->kind == FRAME_CONTROL) {
        ((Control *)(void *)f)->value = passing.value;
        f->stopped = STOP_NONE;
        return DO_STEP;
    }
    *regs.sp++ = passing.value;
    return DO_CODE;
}

/* ---- switches ---- */

/* The frame of a primitive that has nothing left to do but to pass a value on makes room. */
static void leave_control(Control *control)
{
    regs.fp = frame_below(&control->f);
    regs.sp = (Value *)(void *)control;
}

/* A suspended coroutine goes on. A primitive that would only answer its receiver then is not stepped again. */
static Todo go_on(void)
{
    Frame *f = regs.fp;
    passing.value = vm.nil;
    if (f && f->kind == FRAME_CONTROL && f->pc && ctl_prim((Control *)(void *)f)->flags & PRIM_SWITCHES) {
        passing.value = f->target;
        leave_control((Control *)(void *)f);
    }
    return give_value();
}

static Todo switch_now(Coroutine *to)
{
    frame_save_registers();
    gc_wrote(vm.coroutine);
    vm.coroutine = to;
    bool is_suspended = to->started;
    if (!is_suspended)
        coroutine_begin(to);
    frame_load_registers();
    gc_wrote(to);
    if (is_suspended)
        return go_on();
    coroutine_body(to, &passing.chain, &passing.target, &passing.locals);
    return DO_CHAIN;
}

bool take_turn(const Cache *site, Todo *todo)
{
    const Object *o = object_of(regs.fp->target);
    if (o->shape != site->shape || site->epoch != site->name->epoch || site->hops != 1 || site->kind != IC_CONTROL || gc_due())
        return false;
    Value receiver = o->slots[0];
    const Prim *prim = ((CFunction *)ref_of(site->callee))->prim;
    if (is_num(receiver) || object_of(receiver)->shape != site->hop_shape || !prim->turn)
        return false;
    Coroutine *next = prim->turn();
    *todo = DO_CODE;
    if (next) {
        push_control(regs.sp, prim, site->message, receiver, object_of(regs.fp->ctx), site->holder)->f.pc = 1;
        *todo = switch_now(next);
    } else {
        *regs.sp++ = receiver;
    }
    return true;
}

/* ---- requests ---- */

static void leave_in_tail(Control *control)
{
    leave_control(control);
    regs.sp = leave_fragments(regs.sp);
}

static Todo perform_message(Message *message)
{
    Code *code = code_of(message, layout_of(from_ref(asked.locals), asked.locals), VARIANT_SINGLE);
    if (!make_room_for(code, message))
        return DO_UNWIND;
    regs.sp = push_code_frame(regs.sp, FRAME_FRAGMENT, code, asked.locals, from_ref(asked.locals));
    *regs.sp++ = asked.target;
    return code_or_collection();
}

static Todo send_name(void)
{
    Message *message = asked.count ? message_at(asked.name, NULL) : ask_message(asked.name, NULL);
    if (asked.count) {
        message->label = SYM(prelude);
        message_set_args(message, message_literals(asked.values, asked.count));
    }
    return perform_message(message);
}

static Todo call_asked(bool is_tail)
{
    Block *block = (Block *)asked.callee;
    Code *body = block->code ? block->code : code_of_block(block);
    Locals *l = make_locals(block, block->locals, asked.target, asked.message, asked.locals, asked.holder, asked.values, asked.count);
    if (is_tail)
        regs.sp = leave_tail(regs.sp, l);
    return begin(FRAME_ACTIVATION, body, asked.message, &l->o, from_ref(l));
}

/* What was found is made to run with the arguments of a message. */
static Todo activate_asked(void)
{
    Callee callee;
    classify(from_ref(asked.callee), asked.target, asked.holder, asked.message, &callee);
    switch (callee.kind) {
    case CALLEE_ERROR:
        return DO_UNWIND;
    case CALLEE_CONTROL:
        push_control(regs.sp, prim_of(callee.value), asked.message, asked.target, asked.locals, asked.holder);
        return DO_STEP;
    case CALLEE_VALUE:
        passing.value = callee.value;
        return DO_GIVE;
    case CALLEE_MESSAGE:
        passing.chain = ref_of(callee.value);
        passing.locals = asked.locals;
        passing.target = from_ref(asked.locals);
        return DO_CHAIN;
    default:
        break;
    }
    Control *control = push_control(regs.sp, &apply_prim, asked.message, asked.target, asked.locals, asked.holder);
    ctl_ops(control, 3 + arg_count(asked.message));
    control->op[0] = callee.value;
    control->op[1] = asked.target;
    control->op[2] = ref_or_nil(asked.holder);
    return DO_STEP;
}

static Todo reinstate_asked(void)
{
    coroutine_restore(asked.coroutine, asked.values, asked.sp, asked.fp);
    vm.coroutine = asked.coroutine;
    frame_load_registers();
    passing.value = asked.target;
    return DO_GIVE;
}

static Todo step(void)
{
    Control *control = (Control *)(void *)regs.fp;
    regs.sp = control->op + control->op_count;
    if (gc_due()) {
        if (collect_garbage() == DO_UNWIND)
            return DO_UNWIND;
        control = (Control *)(void *)regs.fp;
        regs.sp = control->op + control->op_count;
    }
    Request request = ctl_prim(control)->control(control);
    if (request == REQ_REINSTATE)
        return reinstate_asked(); /* the frame of the primitive, even its stack, may be gone */
    control = (Control *)(void *)regs.fp;
    regs.sp = control->op + control->op_count;
    switch (request) {
    case REQ_DONE:
        passing.value = control->value;
        return DO_LEAVE;
    case REQ_UNWIND: /* not again through the primitive that asks for it */
        leave_control(control);
        return DO_UNWIND;
    case REQ_TAIL_EVAL:
        leave_in_tail(control);
        /* fall through */
    case REQ_EVAL:
        passing.chain = asked.message;
        passing.target = asked.target;
        passing.locals = asked.locals;
        return DO_CHAIN;
    case REQ_TAIL_PERFORM:
        leave_in_tail(control);
        /* fall through */
    case REQ_PERFORM:
        return perform_message(asked.message);
    case REQ_TAIL_SEND:
        leave_in_tail(control);
        /* fall through */
    case REQ_SEND:
        return send_name();
    case REQ_TAIL_CALL:
        leave_control(control);
        return call_asked(true);
    case REQ_CALL:
        return call_asked(false);
    case REQ_TAIL_ACTIVATE:
        leave_control(control);
        return activate_asked();
    case REQ_SWITCH:
        return switch_now(asked.coroutine);
    case REQ_COLLECT:
        gc_full();
        frame_load_registers();
        return DO_STEP;
    default:
        fail_internal("unknown request");
    }
}

static Todo unwind_stop(void)
{
    switch (unwind(&passing.value)) {
    case UNWOUND_TO_CODE:
        touch_frame(regs.fp);
        return DO_CODE;
    case UNWOUND_TO_CONTROL:
        touch_frame(regs.fp);
        return DO_STEP;
    case UNWOUND_VALUE:
        return DO_GIVE;
    case UNWOUND_COROUTINE: {
        if (vm.coroutine == main_coroutine()) {
            if (vm.stop != STOP_RAISE)
                vm.stop = STOP_NONE;
            return DO_RETURN;
        }
        Object *exception = vm.stop == STOP_RAISE ? object_of(vm.stop_value) : NULL;
        vm.stop = STOP_NONE;
        return end_coroutine(exception);
    }
    default:
        return DO_RETURN;
    }
}

Todo between(Todo todo)
{
    for (;;) {
        switch (todo) {
        case DO_CODE:
        case DO_RETURN:
            return todo;
        case DO_CHAIN:
            todo = begin_chain();
            break;
        case DO_STEP:
            todo = step();
            break;
        case DO_LEAVE:
            todo = leave_frame();
            break;
        case DO_GIVE:
            todo = give_value();
            break;
        case DO_UNWIND:
            todo = unwind_stop();
            break;
        case DO_COLLECT:
            todo = collect_garbage();
            break;
        }
    }
}
