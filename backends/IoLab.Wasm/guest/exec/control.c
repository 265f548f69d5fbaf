/* What primitives call: arguments, errors, requests. */
#include "control.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/fail.h"
#include "coroutine.h"

Asked asked;

/* ---- arguments ---- */

bool arg_num(Args a, uint32_t i, double *number)
{
    Value v = arg(a, i);
    if (is_num(v)) {
        *number = num_of(v);
        return true;
    }
    wrong_argument(a.message, i, v, "Number");
    return false;
}

void *arg_kind(Args a, uint32_t i, Kind kind)
{
    Value v = arg(a, i);
    if (is_kind(v, kind))
        return ref_of(v);
    static const char *const names[K_COUNT] = {
        [K_LIST] = "List", [K_MAP] = "Map", [K_SEQUENCE] = "Sequence", [K_MESSAGE] = "Message", [K_BLOCK] = "Block", [K_COROUTINE] = "Coroutine",
        [K_DATE] = "Date", [K_DURATION] = "Duration", [K_FILE] = "File", [K_CALL] = "Call", [K_CONTINUATION] = "Continuation",
    };
    wrong_argument(a.message, i, v, names[kind] ? names[kind] : "Object");
    return NULL;
}

Seq *arg_seq(Args a, uint32_t i) { return arg_kind(a, i, K_SEQUENCE); }
List *arg_list(Args a, uint32_t i) { return arg_kind(a, i, K_LIST); }
Map *arg_map(Args a, uint32_t i) { return arg_kind(a, i, K_MAP); }
Message *arg_message(Args a, uint32_t i) { return arg_kind(a, i, K_MESSAGE); }
Block *arg_block(Args a, uint32_t i) { return arg_kind(a, i, K_BLOCK); }

Symbol *arg_symbol(Args a, uint32_t i)
{
    Seq *seq = arg_seq(a, i);
    return seq ? symbol_of_seq(seq) : NULL;
}

bool arg_whole(Args a, uint32_t i, double *whole)
{
    const double most = 9007199254740992.0;
    double d;
    if (!arg_num(a, i, &d))
        return false;
    *whole = d != d ? 0 : d > most ? most : d < -most ? -most : trunc(d);
    return true;
}

bool arg_index(Args a, uint32_t i, uint32_t *index)
{
    double d;
    if (!arg_whole(a, i, &d))
        return false;
    if (d < 0) {
        d = d < INT32_MIN ? INT32_MIN : d;
        raise_error(a.message, "IoMessage_locals_sizetArgAt_ attempt to get size_t value from negative number %i", (int)d);
        return false;
    }
    *index = d < 4294967295.0 ? (uint32_t)d : UINT32_MAX;
    return true;
}

/* ---- errors ---- */

Value text_value(const char *text) { return from_ref(seq_from_text(text)); }
Value text_value_n(const char *text, size_t length) { return from_ref(seq_from_utf8(text, length)); }

Value stop_with(Stop stop, Value value)
{
    vm.stop = stop;
    vm.stop_value = value;
    return vm.unwind;
}

Value redirect(Symbol *name)
{
    Value method;
    if (!get_own(PROTO(Intrinsics), name, &method))
        fail_internal("the prelude lacks an intrinsic");
    /* It stands for the primitive, and no primitive takes a stop that is for its caller. */
    ((Object *)ref_of(method))->h.flags |= F_PASS_STOPS;
    vm.redirect = method;
    return vm.unwind;
}

static Value raise_text(Message *at, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    char *text = malloc((size_t)length + 1);
    if (!text)
        fail_out_of_memory();
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    Object *exception = object_clone(PROTO(Exception));
    set_slot(exception, SYM(error), text_value_n(text, (size_t)length));
    free(text);
    if (at)
        set_slot(exception, SYM(caughtMessage), from_ref(at));
    return raise_exception(exception);
}

Value raise_error(Message *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Value v = raise_text(at, format, args);
    va_end(args);
    return v;
}

Request raise_request(Control *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_text(ctl_message(c), format, args);
    va_end(args);
    return REQ_UNWIND;
}

Value raise_exception(Object *exception)
{
    set_slot(exception, SYM(coroutine), from_ref(vm.coroutine));
    coroutine_note_raise();
    return stop_with(STOP_RAISE, from_ref(exception));
}

Value wrong_argument(Message *at, uint32_t index, Value actual, const char *kind)
{
    return raise_error(at, "argument %u to method '%s' must be a %s, not a '%s'", (unsigned)index, at->name->text, kind, type_name(actual));
}

Request wrong_arg(Control *c, uint32_t index, Value actual, const char *kind)
{
    wrong_argument(ctl_message(c), index, actual, kind);
    return REQ_UNWIND;
}

/* ---- requests ---- */

void ctl_ops(Control *c, uint32_t count)
{
    c->op_count = count;
    for (uint32_t i = 0; i < count; i++)
        c->op[i] = vm.nil;
}

Request eval(Control *c, Message *chain, Value target, Object *locals, uint32_t state)
{
    c->f.pc = state;
    asked.message = chain;
    asked.target = target;
    asked.locals = locals;
    return REQ_EVAL;
}

Request tail_eval(Control *c, Message *chain, Value target, Object *locals)
{
    eval(c, chain, target, locals, 0);
    return REQ_TAIL_EVAL;
}

Request eval_arg(Control *c, uint32_t i, uint32_t state) { return eval(c, ctl_arg(c, i), c->f.ctx, ctl_locals(c), state); }
Request tail_arg(Control *c, uint32_t i) { return tail_eval(c, ctl_arg(c, i), c->f.ctx, ctl_locals(c)); }

Request perform(Control *c, Message *message, Value receiver, Object *locals, uint32_t state)
{
    eval(c, message, resolve(receiver), locals, state);
    return REQ_PERFORM;
}

Request tail_perform(Control *c, Message *message, Value receiver, Object *locals)
{
    perform(c, message, receiver, locals, 0);
    return REQ_TAIL_PERFORM;
}

static void ask_values(const Value *values, uint32_t count)
{
    asked.count = count;
    asked.values = values;
    if (count <= 4) {
        for (uint32_t i = 0; i < count; i++)
            asked.near[i] = values[i];
        asked.values = asked.near;
    }
}

Request send(Control *c, Symbol *name, Value receiver, const Value *values, uint32_t count, uint32_t state)
{
    c->f.pc = state;
    asked.name = name;
    asked.target = resolve(receiver);
    asked.locals = ctl_locals(c);
    ask_values(values, count);
    return REQ_SEND;
}

Request tail_send(Control *c, Symbol *name, Value receiver, const Value *values, uint32_t count)
{
    send(c, name, receiver, values, count, 0);
    return REQ_TAIL_SEND;
}

Request call_block(Control *c, Block *block, Value self, const Value *values, uint32_t count, Message *message, uint32_t state)
{
    c->f.pc = state;
    asked.callee = &block->o;
    asked.target = self;
    asked.locals = ctl_locals(c);
    asked.message = message;
    asked.holder = NULL;
    ask_values(values, count);
    return REQ_CALL;
}

Request tail_call_block(Control *c, Block *block, Value self, const Value *values, uint32_t count, Message *message)
{
    call_block(c, block, self, values, count, message, 0);
    return REQ_TAIL_CALL;
}

Request tail_activate(Control *c, Object *callee, Value receiver, Message *message, Object *sender, Object *holder)
{
    eval(c, message, receiver, sender, 0);
    asked.callee = callee;
    asked.holder = holder;
    return REQ_TAIL_ACTIVATE;
}

Request switch_to(Control *c, Coroutine *coroutine, uint32_t state)
{
    c->f.pc = state;
    asked.coroutine = coroutine;
    return REQ_SWITCH;
}

Request collect(Control *c, uint32_t state)
{
    c->f.pc = state;
    return REQ_COLLECT;
}

Request reinstate(Control *c, Coroutine *coroutine, const Value *words, uint32_t sp, uint32_t fp, Value value)
{
    (void)c;
    asked.coroutine = coroutine;
    asked.values = words;
    asked.sp = sp;
    asked.fp = fp;
    asked.target = value;
    return REQ_REINSTATE;
}

bool ctl_end_turn(Control *c, uint32_t last)
{
    if (ctl_stopped(c) == STOP_BREAK)
        return false;
    c->op[last] = ctl_stopped(c) == STOP_CONTINUE ? vm.nil : c->value;
    c->f.stopped = STOP_NONE;
    return true;
}
