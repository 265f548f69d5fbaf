/* Object: conditionals, loops, stops, try (io-language 3.12, 4.6, 9). What is compiled in place comes here only in unusual ways. */
#include "../exec/call.h"
#include "../exec/coroutine.h"
#include "../exec/unwind.h"
#include "table.h"

static Request ask_boolean(Control *c, uint32_t state) { return perform(c, ask_message(SYM(asBoolean), ctl_message(c)), c->value, ctl_locals(c), state); }

Request control_if(Control *c)
{
    int truth;
    switch (ctl_state(c)) {
    case 0:
        return ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, vm.no);
    case 1:
        truth = truth_of(c->value);
        if (truth < 0)
            return ask_boolean(c, 2);
        break;
    default:
        truth = judge(ctl_value(c));
        break;
    }
    if (truth)
        return ctl_argc(c) > 1 ? tail_arg(c, 1) : done(c, vm.yes);
    return ctl_argc(c) > 2 ? tail_arg(c, 2) : done(c, vm.no);
}

/* Operand: 0 the last turn's value. Evaluates an argument for the next turn. */
static Request next_turn(Control *c, uint32_t argument, uint32_t state)
{
    if (!ctl_end_turn(c, 0))
        return done(c, c->value);
    return eval_arg(c, argument, state);
}

static Request control_while(Control *c)
{
    int truth;
    switch (ctl_state(c)) {
    case 0:
        if (ctl_argc(c) < 2)
            return raise_request(c, "[Object while] requires 2 arguments\n");
        ctl_ops(c, 1);
        return eval_arg(c, 0, 1);
    case 1:
        if (ctl_stopped(c))
            return next_turn(c, 0, 1);
        truth = truth_of(c->value);
        if (truth < 0)
            return ask_boolean(c, 2);
        break;
    case 2:
        if (ctl_stopped(c))
            return next_turn(c, 0, 1);
        truth = judge(ctl_value(c));
        break;
    default:
        return next_turn(c, 0, 1);
    }
    return truth ? eval_arg(c, 1, 3) : done(c, c->op[0]);
}

static Request control_loop(Control *c)
{
    if (ctl_state(c))
        return next_turn(c, 0, 1);
    if (ctl_argc(c) < 1)
        return raise_request(c, "[Object loop] requires 1 arguments\n");
    ctl_ops(c, 1);
    return eval_arg(c, 0, 1);
}

static bool take_number(Control *c, uint32_t operand, uint32_t argument)
{
    if (ctl_stopped(c)) {
        stop_with(ctl_stopped(c), c->value);
        return false;
    }
    Value v = ctl_value(c);
    if (!is_num(v)) {
        wrong_argument(ctl_message(c), argument, v, "Number");
        return false;
    }
    c->op[operand] = v;
    return true;
}

/* Operands: 0 index, 1 bound, 2 step, 3 the last turn's value. */
static Request control_for(Control *c)
{
    bool has_step = ctl_argc(c) > 4;
    switch (ctl_state(c)) {
    case 0:
        if (ctl_argc(c) < 4)
            return raise_request(c, "[Object for] requires 4 arguments\n");
        ctl_ops(c, 4);
        c->op[2] = from_num(1);
        return eval_arg(c, 1, 1);
    case 1:
        return take_number(c, 0, 1) ? eval_arg(c, 2, 2) : REQ_UNWIND;
    case 2:
        if (!take_number(c, 1, 2))
            return REQ_UNWIND;
        if (has_step)
            return eval_arg(c, 3, 3);
        break;
    case 3:
        if (!take_number(c, 2, 3))
            return REQ_UNWIND;
        break;
    default:
        if (!ctl_end_turn(c, 3))
            return done(c, c->value);
        c->op[0] = from_num(num_of(c->op[0]) + num_of(c->op[2]));
        break;
    }
    double index = num_of(c->op[0]), bound = num_of(c->op[1]), step = num_of(c->op[2]);
    if (step > 0 ? index > bound : step < 0 && index < bound)
        return done(c, c->op[3]);
    ctl_set_local(c, ctl_arg(c, 0)->name, c->op[0]);
    return eval_arg(c, has_step ? 4 : 3, 4);
}

static Value object_break(Value self, Args a)
{
    (void)self;
    return stop_with(STOP_BREAK, arg(a, 0));
}

static Value object_continue(Value self, Args a)
{
    (void)self;
    (void)a;
    return stop_with(STOP_CONTINUE, vm.nil);
}

static Value object_return(Value self, Args a)
{
    (void)self;
    return stop_with(STOP_RETURN, arg(a, 0));
}

static Value return_if_non_nil(Value self, Args a)
{
    (void)a;
    return self == vm.nil ? self : stop_with(STOP_RETURN, self);
}

Request control_self(Control *c) { return done(c, c->f.target); }

Request control_run_and_self(Control *c)
{
    return ctl_state(c) == 0 && ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, c->f.target);
}

Request control_run_and_nil(Control *c) { return ctl_state(c) == 0 && ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, vm.nil); }

Request control_argument(Control *c) { return ctl_argc(c) ? tail_arg(c, 0) : done(c, vm.nil); }

/* The truth of the argument: `and` on anything true, `or` on nil and false. */
Request control_and(Control *c)
{
    Value v = ctl_value(c);
    switch (ctl_state(c)) {
    case 0:
        return ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, vm.no);
    case 1:
        if (is_num(v) || v == vm.yes)
            return done(c, vm.yes);
        if (v == vm.no || v == vm.nil)
            return done(c, vm.no);
        return perform(c, ask_message(SYM(isTrue), ctl_message(c)), v, ctl_locals(c), 2);
    default:
        return done(c, c->value);
    }
}

/* State i + 1: key i was evaluated. */
static Request control_switch(Control *c)
{
    uint32_t count = ctl_argc(c), key = 0;
    if (ctl_state(c)) {
        key = ctl_state(c) - 1;
        if (equal_values(c->value, c->f.target))
            return tail_arg(c, key + 1);
        key += 2;
    }
    if (key + 1 < count)
        return eval_arg(c, key, key + 1);
    return key < count ? tail_arg(c, key) : done(c, vm.nil);
}

static Request control_stop_status(Control *c)
{
    if (ctl_state(c) == 0 && ctl_argc(c))
        return eval_arg(c, 0, 1);
    return done(c, object_of_stop(ctl_stopped(c)));
}

/* Operand: 0 the child coroutine. */
static Request control_try(Control *c)
{
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) == 0)
            return done(c, vm.nil);
        Coroutine *child = coroutine_new(&vm.coroutine->o, ctl_arg(c, 0), ctl_locals(c), c->f.ctx);
        child->in_try = 1;
        ctl_ops(c, 1);
        c->op[0] = from_ref(child);
        return switch_to(c, child, 1);
    }
    Coroutine *child = ref_of(c->op[0]);
    if (!child->finished) {
        /* Another one ended and handed over to this one, its starter, while the body waits for its turn. */
        Coroutine *next = take_next_or_sleep();
        if (next)
            return switch_coroutine(c, next, 1);
    }
    Value exception;
    return done(c, get_slot(c->op[0], SYM(exception), &exception) ? exception : vm.nil);
}

static void make(Object *self)
{
    data(self, "or", vm.yes);
    data(self, "not", vm.nil);
}

static Prim prims[] = {
    CONTROL_LOCALS("if", control_if, 0),
    CONTROL_LOCALS("while", control_while, STOP_LOOP),
    CONTROL_LOCALS("loop", control_loop, STOP_LOOP),
    CONTROL_LOCALS("for", control_for, STOP_LOOP),
    EAGER_LOCALS("break", object_break),
    EAGER_LOCALS("continue", object_continue),
    EAGER_LOCALS("return", object_return),
    EAGER_LOCALS("returnIfNonNil", return_if_non_nil),
    CONTROL_TAKES("and", control_and, STOP_LOCAL),
    CONTROL("ifNil", control_self),
    CONTROL("ifNonNil", control_run_and_self),
    CONTROL("ifNilEval", control_self),
    CONTROL("ifNonNilEval", control_argument),
    CONTROL("switch", control_switch),
    CONTROL_LOCALS("stopStatus", control_stop_status, STOP_LOCAL),
    CONTROL("try", control_try),
};

const Proto object_control_proto = {"Object", NULL, K_ANY, false, TABLE(prims), make};
