/* Block, Call, CFunction, stop statuses (io-language 3.6, 3.7, 5.7). */
#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/compile.h"
#include "../exec/coroutine.h"
#include "table.h"

static Block *of(Value self) { return ref_of(self); }

/* Actuals beyond the formals are evaluated too. Operands: all values. */
static Request call(Control *c)
{
    Block *b = of(ctl_self(c));
    uint32_t formals = b->formals ? b->formals->cap : 0, args = ctl_argc(c);
    if (ctl_state(c) == 0)
        ctl_ops(c, args);
    else
        c->op[ctl_state(c) - 1] = c->value;
    (void)formals;
    if (ctl_state(c) < args)
        return eval_arg(c, ctl_state(c), ctl_state(c) + 1);
    Request r = tail_call_block(c, b, c->f.ctx, c->op, args, ctl_message(c));
    asked.holder = ctl_locals(c);
    return r;
}

static Request call_with_arg_list(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "List");
    List *l = as_list(ctl_value(c));
    if (!l)
        return wrong_arg(c, 0, ctl_value(c), "List");
    Message *m = message_at(SYM(call), ctl_message(c));
    const Value *values = l->count ? l->items->items + l->start : NULL;
    message_set_args(m, message_literals(values, l->count));
    Request r = tail_call_block(c, of(ctl_self(c)), c->f.ctx, values, l->count, m);
    asked.holder = ctl_locals(c);
    return r;
}

/* Operands: 0 target, 1 locals, 2 message, 3 slot context. */
static Request perform_on(Control *c)
{
    if (ctl_state(c) == 0) {
        ctl_ops(c, 4);
        c->op[1] = c->f.ctx;
        c->op[2] = c->message;
    } else {
        c->op[ctl_state(c) - 1] = c->value;
    }
    if (ctl_state(c) < 4 && ctl_state(c) < ctl_argc(c))
        return eval_arg(c, ctl_state(c), ctl_state(c) + 1);
    Message *m = as_message(resolve(c->op[2]));
    if (!m)
        return wrong_arg(c, 2, c->op[2], "Message");
    Value context = ctl_argc(c) > 3 ? c->op[3] : c->op[0];
    return tail_activate(c, object_of(ctl_self(c)), resolve(c->op[0]), m, as_context(c->op[1]), as_context(context));
}

static Value argument_names(Value self, Args a)
{
    (void)a;
    Array *formals = of(self)->formals;
    List *l = list_new(formals ? formals->cap : 0);
    for (uint32_t i = 0; formals && i < formals->cap; i++)
        list_append(l, symbol_value(ref_of(formals->items[i])));
    return from_ref(l);
}

static void changed(Block *b)
{
    b->code = NULL;
    b->locals = NULL;
    b->made = NULL;
    b->o.h.extra = 0;
    gc_wrote(b);
    bump_all(); /* caches may know what it answered */
}

static Value set_argument_names(Value self, Args a)
{
    List *l = arg_list(a, 0);
    if (!l)
        return vm.unwind;
    Array *formals = array_new(l->count);
    for (uint32_t i = 0; i < l->count; i++) {
        Seq *name = as_seq(resolve(list_at(l, i)));
        if (!name)
            return raise_error(a.message, "Io Assertion 'argument names must be Strings'");
        array_set(formals, i, from_ref(symbol_of_seq(name)));
    }
    of(self)->formals = l->count ? formals : NULL;
    changed(of(self));
    return self;
}

static Value block_message(Value self, Args a)
{
    (void)a;
    return ref_or_nil(of(self)->body);
}

static Value set_message(Value self, Args a)
{
    Message *m = arg_message(a, 0);
    if (!m)
        return vm.unwind;
    of(self)->body = m;
    changed(of(self));
    return self;
}

static Value scope(Value self, Args a)
{
    (void)a;
    return ref_or_nil(of(self)->scope);
}

static Value set_scope(Value self, Args a)
{
    of(self)->scope = arg(a, 0) == vm.nil ? NULL : as_context(arg(a, 0));
    changed(of(self));
    return self;
}

static Value pass_stops(Value self, Args a)
{
    (void)a;
    return bool_value((of(self)->o.h.flags & F_PASS_STOPS) != 0);
}

static Value set_pass_stops(Value self, Args a)
{
    if (judge(arg(a, 0)))
        of(self)->o.h.flags |= F_PASS_STOPS;
    else
        of(self)->o.h.flags &= (uint8_t)~F_PASS_STOPS;
    return self;
}

static void head(Block *b, Buffer *to)
{
    buffer_text(to, b->scope ? "block(" : "method(");
    for (uint32_t i = 0; b->formals && i < b->formals->cap; i++) {
        buffer_text(to, ((Symbol *)ref_of(b->formals->items[i]))->text);
        buffer_text(to, ", ");
    }
}

static Value code(Value self, Args a)
{
    (void)a;
    Buffer text = {0};
    head(of(self), &text);
    if (of(self)->body)
        print_chain(of(self)->body, &text);
    else
        buffer_text(&text, "nil");
    buffer_char(&text, ')');
    return from_ref(seq_from_buffer(&text));
}

static Value as_simple_string(Value self, Args a)
{
    (void)a;
    Buffer text = {0};
    head(of(self), &text);
    buffer_text(&text, "...)");
    return from_ref(seq_from_buffer(&text));
}

static Value zero(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(0);
}

static Prim block_prims[] = {
    CONTROL("call", call), CONTROL("callWithArgList", call_with_arg_list), CONTROL("performOn", perform_on), EAGER("argumentNames", argument_names),
    EAGER("setArgumentNames", set_argument_names), EAGER("message", block_message), EAGER("setMessage", set_message), EAGER("scope", scope),
    EAGER("setScope", set_scope), EAGER("passStops", pass_stops), EAGER("setPassStops", set_pass_stops), EAGER("code", code),
    EAGER("asSimpleString", as_simple_string), EAGER("profilerTime", zero), EAGER("setProfilerOn", object_self),
    EAGER("printProfile", object_self),
};

const Proto block_proto = {"Block", NULL, K_BLOCK, false, TABLE(block_prims), NULL};

/* ---- stop statuses ---- */

static const char *const stop_names[] = {"Normal", "Break", "Continue", "Return", "Eol"};
static const Stop stops[] = {STOP_NONE, STOP_BREAK, STOP_CONTINUE, STOP_RETURN, STOP_NONE};

Value object_of_stop(Stop stop)
{
    for (int i = 0; i < 4; i++) {
        if (stops[i] == stop)
            return from_ref(proto_named(stop_names[i]));
    }
    return from_ref(proto_named("Normal"));
}

bool stop_of_object(Value v, Stop *stop)
{
    for (int i = 0; i < 4; i++) {
        if (v == from_ref(proto_named(stop_names[i]))) {
            *stop = stops[i];
            return true;
        }
    }
    return false;
}

static void make_stop(Object *self)
{
    for (int i = 0; i < 5; i++) {
        if (self != proto_named(stop_names[i]))
            continue;
        data(self, "type", text_value(stop_names[i]));
        data(self, "isBreak", bool_value(stops[i] == STOP_BREAK));
        data(self, "isContinue", bool_value(stops[i] == STOP_CONTINUE));
        data(self, "isReturn", bool_value(stops[i] == STOP_RETURN));
        data(self, "stopLooping", bool_value(stops[i] == STOP_BREAK || stops[i] == STOP_RETURN));
    }
}

static Value normal_return(Value self, Args a)
{
    (void)self;
    return stop_with(STOP_RETURN, arg(a, 0));
}

static Prim normal_prims[] = {EAGER("return", normal_return)};

const Proto stop_status_protos[5] = {
    {"Normal", NULL, K_ANY, false, TABLE(normal_prims), make_stop}, {"Break", NULL, K_ANY, false, NULL, 0, make_stop},
    {"Continue", NULL, K_ANY, false, NULL, 0, make_stop},           {"Return", NULL, K_ANY, false, NULL, 0, make_stop},
    {"Eol", NULL, K_ANY, false, NULL, 0, make_stop},
};

/* ---- Call ---- */

static Locals *activation(Value self) { return is_kind(self, K_CALL) ? ((Call *)ref_of(self))->activation : NULL; }

static Value call_target(Value self, Args a)
{
    (void)a;
    return activation(self) ? activation(self)->target : vm.nil;
}

static Value call_message(Value self, Args a)
{
    (void)a;
    return activation(self) ? from_ref(activation(self)->message) : vm.nil;
}

static Value call_activated(Value self, Args a)
{
    (void)a;
    return activation(self) ? from_ref(activation(self)->block) : vm.nil;
}

static Value call_slot_context(Value self, Args a)
{
    (void)a;
    return activation(self) ? ref_or_nil(activation(self)->context) : vm.nil;
}

static Value call_coroutine(Value self, Args a)
{
    (void)a;
    return activation(self) ? ref_or_nil(activation(self)->coroutine) : from_ref(vm.coroutine);
}

static Value call_sender(Value self, Args a)
{
    (void)a;
    return activation(self) ? ref_or_nil(visible_sender(activation(self))) : vm.nil;
}

static Value arg_count_of_call(Value self, Args a)
{
    (void)a;
    return from_num(activation(self) ? arg_count(activation(self)->message) : 0);
}

static Value has_args(Value self, Args a)
{
    (void)a;
    return bool_value(activation(self) && activation(self)->message->args);
}

/* An argument of the calling message; negative indexes count from the end. */
static Message *argument(Locals *l, double d)
{
    if (!l || !(d > -1e9 && d < 1e9))
        return NULL;
    int64_t i = (int64_t)d, count = arg_count(l->message);
    if (i < 0)
        i += count;
    return i >= 0 && i < count ? arg_at(l->message, (uint32_t)i) : NULL;
}

static Value call_arg_at(Value self, Args a)
{
    double d;
    return arg_num(a, 0, &d) ? ref_or_nil(argument(activation(self), d)) : vm.unwind;
}

static Request eval_arg_at(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Number");
    if (!is_num(ctl_value(c)))
        return wrong_arg(c, 0, ctl_value(c), "Number");
    Locals *l = activation(ctl_self(c));
    Message *m = argument(l, num_of(ctl_value(c)));
    return m && l->sender ? tail_eval(c, m, from_ref(l->sender), l->sender) : done(c, vm.nil);
}

/* Operand: 0 the values so far. */
static Request eval_args(Control *c)
{
    Locals *l = activation(ctl_self(c));
    if (ctl_state(c) == 0) {
        ctl_ops(c, 1);
        c->op[0] = from_ref(list_new(0));
    } else {
        list_append(ref_of(c->op[0]), c->value);
    }
    List *values = ref_of(c->op[0]);
    if (!l || !l->sender || values->count >= arg_count(l->message))
        return done(c, c->op[0]);
    return eval(c, arg_at(l->message, values->count), from_ref(l->sender), l->sender, 1);
}

/* Operands: 0 the target, 1 the name or nil, 2 the sender. */
static Request delegate(Control *c, bool named)
{
    Locals *l = activation(ctl_self(c));
    if (!l || !l->sender)
        return done(c, vm.nil);
    if (ctl_state(c) == 0) {
        ctl_ops(c, 3);
        c->op[2] = from_ref(l->sender);
    } else {
        c->op[ctl_state(c) == 2 && !named ? 2 : ctl_state(c) - 1] = ctl_value(c);
    }
    if (ctl_state(c) < 2 && ctl_state(c) < ctl_argc(c))
        return eval_arg(c, ctl_state(c), ctl_state(c) + 1);
    Message *m = l->message;
    if (named) {
        Seq *name = as_seq(c->op[1]);
        if (!name)
            return wrong_arg(c, 1, c->op[1], "Sequence");
        Message *renamed = message_at(symbol_of_seq(name), m);
        message_set_args(renamed, m->args);
        m = renamed;
    }
    return tail_perform(c, m, c->op[0], as_context(c->op[2]));
}

static Request delegate_to(Control *c) { return delegate(c, false); }
static Request delegate_to_method(Control *c) { return delegate(c, true); }

static Value stop_status(Value self, Args a)
{
    (void)a;
    return object_of_stop(activation(self) ? (Stop)activation(self)->pending : STOP_NONE);
}

static Value set_stop_status(Value self, Args a)
{
    Stop stop;
    if (activation(self) && stop_of_object(arg(a, 0), &stop))
        activation(self)->pending = (uint8_t)stop;
    return self;
}

static Value reset_stop_status(Value self, Args a)
{
    (void)a;
    if (activation(self))
        activation(self)->pending = 0;
    return self;
}

static Request relay_stop_status(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, vm.nil);
    if (ctl_stopped(c) && activation(ctl_self(c)))
        activation(ctl_self(c))->pending = (uint8_t)ctl_stopped(c);
    return done(c, c->value);
}

static Value call_description(Value self, Args a)
{
    (void)a;
    if (!activation(self))
        return vm.nil;
    Buffer b = {0};
    describe_call(activation(self)->target, activation(self)->message, &b);
    return from_ref(seq_from_buffer(&b));
}

static void make_call(Object *self) { data(self, "type", text_value("Call")); }

static Prim call_prims[] = {
    EAGER("target", call_target), EAGER("sender", call_sender), EAGER("message", call_message), EAGER("activated", call_activated),
    EAGER("slotContext", call_slot_context), EAGER("coroutine", call_coroutine), EAGER("argCount", arg_count_of_call), EAGER("hasArgs", has_args),
    EAGER("argAt", call_arg_at), CONTROL("evalArgAt", eval_arg_at), CONTROL("evalArgs", eval_args), CONTROL("delegateTo", delegate_to),
    CONTROL("delegateToMethod", delegate_to_method), EAGER("stopStatus", stop_status), EAGER("setStopStatus", set_stop_status),
    EAGER("resetStopStatus", reset_stop_status), CONTROL_TAKES("relayStopStatus", relay_stop_status, STOP_LOCAL),
    EAGER("description", call_description),
};

const Proto call_proto = {"Call", NULL, K_CALL, false, TABLE(call_prims), make_call};

/* ---- CFunction ---- */

static const Prim *prim(Value self) { return ((CFunction *)ref_of(self))->prim; }

static Value cfunction_name(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    if (prim(self))
        buffer_format(&b, "%s_%s()", prim(self)->proto, prim(self)->name);
    return from_ref(seq_from_buffer(&b));
}

static Value cfunction_type_name(Value self, Args a)
{
    (void)a;
    return prim(self) ? text_value(prim(self)->proto) : vm.nil;
}

static Value cfunction_unique_name(Value self, Args a)
{
    (void)a;
    return prim(self) ? text_value(prim(self)->name) : vm.nil;
}

static Value cfunction_equal(Value self, Args a) { return bool_value(is_kind(arg(a, 0), K_CFUNCTION) && prim(self) == prim(arg(a, 0))); }

static Value cfunction_id(Value self, Args a)
{
    (void)a;
    return from_num((double)identity_of(ref_of(self)));
}

static void make_cfunction(Object *self) { data(self, "type", text_value("CFunction")); }

static Prim cfunction_prims[] = {
    EAGER("name", cfunction_name), EAGER("asString", cfunction_name), EAGER("asSimpleString", cfunction_name), EAGER("typeName", cfunction_type_name),
    EAGER("uniqueName", cfunction_unique_name), EAGER("id", cfunction_id), EAGER("==", cfunction_equal), CONTROL("performOn", perform_on), EAGER("profilerTime", zero),
    EAGER("setProfilerOn", object_self), EAGER("printProfile", object_self),
};

const Proto cfunction_proto = {"CFunction", NULL, K_CFUNCTION, false, TABLE(cfunction_prims), make_cfunction};
