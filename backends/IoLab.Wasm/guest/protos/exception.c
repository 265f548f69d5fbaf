/* Exception, handlers, Error; traces (io-language 4.8, 4.9). */
#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/coroutine.h"
#include "../exec/unwind.h"
#include "table.h"

/* ---- traces ---- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void describe_call(Value target, const Message *m, Buffer *to)
{
    Buffer name = {0};
    buffer_format(&name, "%s %s", type_name(target), m->name->text);
    buffer_format(to, "%-36s %s %u", name.data, base_name(m->label->text), (unsigned)m->line);
    buffer_free(&name);
}

static void plain(Value v, Buffer *to)
{
    Seq *s = plain_text(v, SYM(asString));
    if (!s) {
        buffer_format(to, "a %s", type_name(v));
        return;
    }
    Text t = seq_utf8(s);
    buffer_add(to, t.data, t.length);
    text_free(&t);
}

static Value slot_of(Object *o, Symbol *name)
{
    Value v;
    return get_slot(from_ref(o), name, &v) ? v : vm.nil;
}

static void trace_one(Object *e, Buffer *to)
{
    buffer_format(to, "\n  %s: ", type_name(from_ref(e)));
    plain(slot_of(e, SYM(error)), to);
    buffer_text(to, "\n  ---------\n");
    Coroutine *c = as_coroutine(slot_of(e, SYM(coroutine)));
    Array *raised = c ? c->raised_in : NULL;
    uint32_t count = raised ? raised->cap / 2 : 0, shown = count;
    Value original = slot_of(e, SYM(originalCall));
    if (is_kind(original, K_CALL)) {
        Locals *l = ((Call *)ref_of(original))->activation;
        bool known = false;
        for (uint32_t i = 0; i < count; i++)
            known |= l && raised->items[2 * i + 1] == from_ref(l->message);
        if (l && !known) {
            buffer_text(to, "  ");
            describe_call(l->o.slots[0], l->message, to);
            buffer_char(to, '\n');
            shown++;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        buffer_text(to, "  ");
        describe_call(raised->items[2 * i], ref_of(raised->items[2 * i + 1]), to);
        buffer_char(to, '\n');
    }
    Message *m = as_message(slot_of(e, SYM(caughtMessage)));
    if (shown)
        buffer_char(to, '\n');
    else if (m)
        buffer_format(to, "  message '%s' in '%s' on line %u\n\n", m->name->text, m->label->text, (unsigned)m->line);
    else
        buffer_text(to, "  nothing on stack\n");
}

void back_trace(Object *e, Buffer *to)
{
    for (int left = 1000;; left--) {
        trace_one(e, to);
        Value nested = slot_of(e, SYM(nestedException));
        if (nested == vm.nil || is_num(nested))
            return;
        if (left == 0) {
            buffer_text(to, "  ...\n");
            return;
        }
        buffer_text(to, "  Nested Exception: '");
        plain(slot_of(object_of(nested), SYM(error)), to);
        buffer_text(to, "'\n");
        e = object_of(nested);
    }
}

/* ---- Exception ---- */

static Object *new_exception(Value proto, Value error, Value nested)
{
    Object *e = object_clone(is_ref(proto) ? object_of(proto) : PROTO(Exception));
    set_slot(e, SYM(error), error);
    set_slot(e, SYM(nestedException), nested);
    return e;
}

static Value raise(Value self, Args a) { return raise_exception(new_exception(self, arg(a, 0), arg(a, 1))); }

static Value raise_from(Value self, Args a)
{
    Object *e = new_exception(self, arg(a, 1), arg(a, 2));
    set_slot(e, SYM(originalCall), arg(a, 0));
    return raise_exception(e);
}

/* setError sets `error`, and so on. */
static Value set_field(Value self, Args a)
{
    const char *name = a.message->name->text;
    char text[64];
    size_t length = strlen(name) - 3;
    if (length >= sizeof text || is_num(self))
        return self;
    memcpy(text, name + 3, length);
    text[0] = (char)(text[0] | 0x20);
    set_slot(object_of(self), symbol_of(text, length), arg(a, 0));
    return self;
}

static Value show_stack(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    back_trace(object_of(self), &b);
    emit(b.data, b.length);
    buffer_free(&b);
    return self;
}

static Value pass(Value self, Args a)
{
    (void)a;
    return raise_exception(object_of(self));
}

static Request catch(Control *c)
{
    switch (ctl_state(c)) {
    case 0:
        return ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, c->f.target);
    case 1:
        if (ctl_stopped(c) || is_num(ctl_value(c)) || !reaches(object_of(ctl_self(c)), object_of(ctl_value(c))))
            return done(c, ctl_stopped(c) ? c->value : c->f.target);
        return ctl_argc(c) < 2 ? done(c, vm.nil) : eval_arg(c, 1, 2);
    default:
        return done(c, ctl_stopped(c) == STOP_RETURN || ctl_stopped(c) == STOP_BREAK ? c->value : vm.nil);
    }
}

/* ---- handlers ---- */

/* Operands: 0 kind, 1 handler, 2 the handlers before. */
static Request with_handler(Control *c)
{
    switch (ctl_state(c)) {
    case 0:
        if (ctl_argc(c) < 3)
            return raise_request(c, "withHandler requires 3 arguments");
        ctl_ops(c, 3);
        return eval_arg(c, 0, 1);
    case 1:
        c->op[0] = c->value;
        return eval_arg(c, 1, 2);
    case 2: {
        c->op[1] = c->value;
        c->op[2] = coroutine_handlers(vm.coroutine);
        List *before = as_list(resolve(c->op[2]));
        List *handlers = before ? list_slice(before, 0, before->count) : list_new(1);
        list_append(handlers, list_of(c->op, 2));
        coroutine_set_handlers(vm.coroutine, from_ref(handlers));
        return eval_arg(c, 2, 3);
    }
    default:
        coroutine_set_handlers(vm.coroutine, c->op[2] == vm.nil ? from_ref(list_new(0)) : c->op[2]);
        return done(c, c->value);
    }
}

/* The handlers for an exception, innermost first: those of the running coroutine, then of those it runs for. */
static List *fitting(Object *e)
{
    List *all = list_new(0);
    int steps = 0;
    for (Coroutine *c = vm.coroutine; c && steps < 10000; c = coroutine_parent(c), steps++) {
        List *stack = as_list(resolve(coroutine_handlers(c)));
        for (uint32_t i = stack ? stack->count : 0; i > 0; i--) {
            List *pair = as_list(resolve(list_at(stack, i - 1)));
            if (pair && pair->count > 1 && is_ref(resolve(list_at(pair, 0))) && reaches(e, object_of(resolve(list_at(pair, 0)))))
                list_append(all, resolve(list_at(pair, 1)));
        }
    }
    return all;
}

enum { ASKED = 3 };

static Request ask_next(Control *c)
{
    List *handlers = ref_of(c->op[3]);
    uint32_t next = (uint32_t)num_of(c->op[4]);
    if (next >= handlers->count) {
        raise_exception(object_of(c->op[2]));
        return REQ_UNWIND;
    }
    c->op[4] = from_num(next + 1.0);
    c->op[5] = from_ref(object_clone(proto_named("`Resumption")));
    Value values[] = {c->op[2], c->op[5]};
    return send(c, SYM(call), list_at(handlers, next), values, 2, ASKED);
}

/* Operands: 0 error, 1 nested exception, 2 exception, 3 the handlers, 4 how many were asked, 5 the resumption. */
static Request signal_exception(Control *c)
{
    Value v;
    if (ctl_state(c) == ASKED)
        return get_slot(c->op[5], SYM(declined), &v) ? ask_next(c) : done(c, c->value);
    if (ctl_state(c) == 0) {
        ctl_ops(c, 6);
        c->op[4] = from_num(0);
    } else {
        c->op[ctl_state(c) - 1] = c->value;
    }
    if (ctl_state(c) < 2 && ctl_state(c) < ctl_argc(c))
        return eval_arg(c, ctl_state(c), ctl_state(c) + 1);
    Object *e = new_exception(ctl_self(c), c->op[0], c->op[1]);
    set_slot(e, SYM(coroutine), from_ref(vm.coroutine));
    c->op[2] = from_ref(e);
    c->op[3] = from_ref(fitting(e));
    return ask_next(c);
}

static Value resumption_invoke(Value self, Args a)
{
    (void)self;
    return arg(a, 0);
}

static Value resumption_decline(Value self, Args a)
{
    (void)a;
    set_slot(object_of(self), SYM(declined), vm.yes);
    return vm.nil;
}

static void make_exception(Object *self)
{
    data(self, "type", text_value("Exception"));
    static const char *const nils[] = {"error", "coroutine", "caughtMessage", "nestedException", "originalCall"};
    for (size_t i = 0; i < sizeof nils / sizeof *nils; i++)
        data(self, nils[i], vm.nil);
}

static Prim exception_prims[] = {
    EAGER("raise", raise), EAGER("raiseFrom", raise_from), CONTROL("signal", signal_exception), EAGER("setError", set_field),
    EAGER("setCoroutine", set_field), EAGER("setCaughtMessage", set_field), EAGER("setNestedException", set_field), EAGER("setOriginalCall", set_field),
    EAGER("showStack", show_stack), EAGER("pass", pass), CONTROL_TAKES("catch", catch, STOP_LOCAL),
};

static Prim resumption_prims[] = {EAGER("invoke", resumption_invoke), EAGER("decline", resumption_decline)};
static Prim handler_prims[] = {CONTROL_TAKES("withHandler", with_handler, STOP_LOCAL)};

const Proto exception_proto = {"Exception", NULL, K_ANY, false, TABLE(exception_prims), make_exception};
const Proto resumption_proto = {"`Resumption", NULL, K_ANY, true, TABLE(resumption_prims), NULL};
const Proto object_handlers_proto = {"Object", NULL, K_ANY, false, TABLE(handler_prims), NULL};

/* ---- Error: a failure as a value ---- */

static Value error_with(Value self, Args a)
{
    Object *e = object_clone(object_of(self));
    Buffer b = {0};
    buffer_format(&b, "%s:%u", a.message->label->text, (unsigned)a.message->line);
    set_slot(e, SYM(message), arg(a, 0));
    set_slot(e, symbol_of_text("location"), from_ref(seq_from_buffer(&b)));
    return from_ref(e);
}

static Value error_with_show(Value self, Args a)
{
    Buffer b = {0};
    buffer_text(&b, "ERROR: ");
    plain(arg(a, 0), &b);
    buffer_char(&b, '\n');
    emit(b.data, b.length);
    buffer_free(&b);
    return error_with(self, a);
}

static Request if_error(Control *c)
{
    if (ctl_state(c))
        return done(c, c->f.target);
    if (ctl_argc(c) == 0)
        return raise_request(c, "ifError requires at least 1 argument");
    if (ctl_argc(c) == 1)
        return eval_arg(c, 0, 1);
    ctl_set_local(c, ctl_arg(c, 0)->name, c->f.target);
    return eval_arg(c, 1, 1);
}

static Value return_if_error(Value self, Args a)
{
    (void)a;
    return stop_with(STOP_RETURN, self);
}

static Value raise_if_error(Value self, Args a)
{
    (void)a;
    Value message;
    Object *e = object_clone(PROTO(Exception));
    set_slot(e, SYM(error), get_slot(self, SYM(message), &message) ? message : vm.nil);
    return raise_exception(e);
}

static void make_error(Object *self)
{
    data(self, "type", text_value("Error"));
    data(self, "isError", vm.yes);
}

static Prim error_prims[] = {
    EAGER("with", error_with), EAGER("withShow", error_with_show), CONTROL("ifError", if_error), EAGER("returnIfError", return_if_error),
    EAGER("raiseIfError", raise_if_error),
};

const Proto error_proto = {"Error", NULL, K_ANY, false, TABLE(error_prims), make_error};
