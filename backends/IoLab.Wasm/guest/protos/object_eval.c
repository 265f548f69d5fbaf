/* Object: evaluating code in contexts, computed messages, blocks, ancestors (io-language 3.6 - 3.11). */
#include <stdio.h>
#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/compile.h"
#include "../exec/unwind.h"
#include "table.h"

Value run_parse(const char *text, size_t length, Symbol *label, Message *at, bool shuffled, Message **chain)
{
    char *error;
    *chain = parse(text, length, label, shuffled, false, &error);
    if (!error)
        return vm.nil;
    Value v = raise_error(at, "compile error: %s", error);
    free(error);
    return v;
}

/* The value is the first argument's; the others are evaluated for what they do. Operand: 0 the value. */
static Request group(Control *c)
{
    if (ctl_argc(c) == 0)
        return raise_request(c, "Io Assertion 'argument required'");
    if (ctl_argc(c) == 1)
        return tail_arg(c, 0);
    if (ctl_state(c) == 0)
        ctl_ops(c, 1);
    else if (ctl_state(c) == 1)
        c->op[0] = c->value;
    return ctl_state(c) < ctl_argc(c) ? eval_arg(c, ctl_state(c), ctl_state(c) + 1) : done(c, c->op[0]);
}

static Request object_do(Control *c)
{
    if (ctl_state(c) == 1 || ctl_argc(c) == 0)
        return done(c, c->f.target);
    return eval(c, ctl_arg(c, 0), ctl_self(c), as_context(c->f.target), 1);
}

static Array *with_last(Array *protos, Object *last)
{
    uint32_t count = protos ? protos->cap : 0;
    Array *more = array_new(count + 1);
    for (uint32_t i = 0; i < count; i++)
        array_set(more, i, protos->items[i]);
    array_set(more, count, from_ref(last));
    return more;
}

static Array *without_last(Array *protos, Object *gone)
{
    uint32_t count = protos ? protos->cap : 0, at = count;
    for (uint32_t i = 0; i < count; i++) {
        if (object_of(protos->items[i]) == gone)
            at = i;
    }
    Array *fewer = array_new(at < count ? count - 1 : count);
    for (uint32_t i = 0, k = 0; i < count; i++) {
        if (i != at)
            array_set(fewer, k++, protos->items[i]);
    }
    return fewer;
}

static Request lexical_do(Control *c)
{
    Value self = ctl_self(c);
    if (ctl_argc(c) == 0 || is_num(self))
        return done(c, self);
    Object *o = object_of(self), *locals = ctl_locals(c);
    if (ctl_state(c) == 0) {
        set_protos(o, with_last(protos_of(o), locals));
        return eval(c, ctl_arg(c, 0), self, o, 1);
    }
    set_protos(o, without_last(protos_of(o), locals));
    if (!ctl_stopped(c))
        return done(c, self);
    stop_with(ctl_stopped(c), c->value);
    return REQ_UNWIND;
}

/* Operand: 0 the text. */
static Request do_string(Control *c)
{
    Symbol *label = SYM(doString);
    switch (ctl_state(c)) {
    case 0:
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Sequence");
    case 1:
        if (!as_seq(ctl_value(c)))
            return wrong_arg(c, 0, ctl_value(c), "Sequence");
        c->op[0] = ctl_value(c);
        if (ctl_argc(c) > 1)
            return eval_arg(c, 1, 2);
        break;
    default:
        if (as_seq(ctl_value(c)))
            label = symbol_of_seq(as_seq(ctl_value(c)));
        break;
    }
    Text text = seq_utf8(as_seq(c->op[0]));
    Message *chain;
    Value v = run_parse(text.data, text.length, label, ctl_message(c), true, &chain);
    text_free(&text);
    return v == vm.unwind ? REQ_UNWIND : tail_eval(c, chain, ctl_self(c), as_context(c->f.target));
}

/* Operand: 0 the path. State 3: the file has run. */
static Request run_file(Control *c, bool relative)
{
    switch (ctl_state(c)) {
    case 0:
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Sequence");
    case 1:
        if (!as_seq(ctl_value(c)))
            return wrong_arg(c, 0, ctl_value(c), "Sequence");
        c->op[0] = ctl_value(c);
        if (ctl_argc(c) > 1)
            return eval_arg(c, 1, 2);
        break;
    case 3:
        return done(c, c->value);
    default:
        break;
    }
    const char *given = symbol_of_seq(as_seq(c->op[0]))->text;
    Buffer path = {0}, text = {0};
    const char *label = ctl_message(c)->label->text, *slash = strrchr(label, '/');
    if (relative && slash && given[0] != '/')
        buffer_add(&path, label, (size_t)(slash - label) + 1);
    buffer_text(&path, given);
    Request r;
    if (read_file(path.data, &text)) {
        Message *chain;
        Value v = run_parse(text.data ? text.data : "", text.length, symbol_of_text(path.data), ctl_message(c), true, &chain);
        r = v == vm.unwind ? REQ_UNWIND : eval(c, chain, ctl_self(c), as_context(c->f.target), 3);
    } else {
        r = raise_request(c, "unable to read file '%s'", path.data);
    }
    buffer_free(&path);
    buffer_free(&text);
    return r;
}

/* The same, as the launch script: System knows its path and the arguments, else its path alone. */
static Request launch_file(Control *c)
{
    uint32_t state = ctl_state(c);
    if ((state == 1 || state == 2) && ctl_argc(c) == state) {
        Seq *path = as_seq(state == 1 ? ctl_value(c) : resolve(c->op[0]));
        List *args = state == 2 ? as_list(ctl_value(c)) : NULL;
        if (path) {
            Value one = from_ref(path);
            world_point(symbol_of_seq(path)->text, true);
            set_slot(PROTO(System), SYM(args), args ? from_ref(list_slice(args, 0, args->count)) : list_of(&one, 1));
        }
    }
    return run_file(c, false);
}

static Request do_file(Control *c) { return run_file(c, false); }
static Request do_relative_file(Control *c) { return run_file(c, true); }

static Request is_launch_script(Control *c)
{
    Value script;
    Seq *label = seq_from_text(ctl_message(c)->label->text);
    return done(c, bool_value(get_slot(from_ref(PROTO(System)), SYM(launchScript), &script) && as_seq(script) && seq_equal(as_seq(script), label)));
}

/* Operand: 0 the message. */
static Request do_message(Control *c)
{
    switch (ctl_state(c)) {
    case 0:
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Message");
    case 1:
        if (!as_message(ctl_value(c)))
            return wrong_arg(c, 0, ctl_value(c), "Message");
        c->op[0] = ctl_value(c);
        if (ctl_argc(c) > 1)
            return eval_arg(c, 1, 2);
        break;
    default:
        break;
    }
    Object *locals = as_context(ctl_state(c) == 2 ? c->value : c->f.target);
    return tail_eval(c, ref_of(c->op[0]), ctl_self(c), locals);
}

static Request perform_needs_name(Control *c) { return raise_request(c, "Io Assertion 'perform requires a Symbol or Message argument'"); }

static Array *rest_of(Array *args)
{
    Array *rest = array_new(args->cap - 1);
    for (uint32_t i = 1; i < args->cap; i++)
        array_set(rest, i - 1, args->items[i]);
    return rest;
}

static Request object_perform(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : perform_needs_name(c);
    Value v = ctl_value(c);
    if (as_message(v))
        return tail_perform(c, ref_of(v), c->f.target, ctl_locals(c));
    if (!as_seq(v))
        return perform_needs_name(c);
    Message *m = message_at(symbol_of_seq(as_seq(v)), ctl_message(c));
    message_set_args(m, rest_of(ctl_message(c)->args));
    return tail_perform(c, m, c->f.target, ctl_locals(c));
}

/* Operand: 0 the name. */
static Request perform_with_arg_list(Control *c)
{
    switch (ctl_state(c)) {
    case 0:
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Sequence");
    case 1:
        if (!as_seq(ctl_value(c)))
            return wrong_arg(c, 0, ctl_value(c), "Sequence");
        c->op[0] = ctl_value(c);
        return ctl_argc(c) > 1 ? eval_arg(c, 1, 2) : wrong_arg(c, 1, vm.nil, "List");
    default:
        break;
    }
    List *list = as_list(ctl_value(c));
    if (!list)
        return wrong_arg(c, 1, ctl_value(c), "List");
    Message *m = message_at(symbol_of_seq(as_seq(c->op[0])), ctl_message(c));
    message_set_args(m, message_literals(list->count ? list->items->items + list->start : NULL, list->count));
    return tail_perform(c, m, c->f.target, ctl_locals(c));
}

static Request if_responds(Control *c)
{
    Value slot;
    if (ctl_argc(c) == 0 || !get_slot(c->f.target, ctl_arg(c, 0)->name, &slot) || slot == vm.nil)
        return done(c, vm.nil);
    return tail_eval(c, ctl_arg(c, 0), ctl_self(c), ctl_locals(c));
}

/* The block of a method(...) or block(...) message. */
static Value make_block(Message *m, Object *scope)
{
    uint32_t count = arg_count(m);
    Block *b = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    b->scope = scope;
    if (!scope)
        b->o.h.flags |= F_ACTIVATABLE;
    if (m->made && m->made->body == (count ? arg_at(m, count - 1) : NULL)) {
        b->formals = m->made->formals;
        b->body = m->made->body;
        b->code = m->made->code;
        b->locals = m->made->locals;
        b->made = m->made;
        return from_ref(b);
    }
    if (count > 1) {
        b->formals = array_new(count - 1);
        for (uint32_t i = 0; i + 1 < count; i++)
            array_set(b->formals, i, from_ref(arg_at(m, i)->name));
    }
    b->body = count ? arg_at(m, count - 1) : NULL;
    Block *made = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    made->formals = b->formals;
    made->body = b->body;
    m->made = made;
    b->made = made;
    gc_wrote(m);
    return from_ref(b);
}

static Request object_method(Control *c) { return done(c, make_block(ctl_message(c), NULL)); }
static Request object_block(Control *c) { return done(c, make_block(ctl_message(c), ctl_locals(c))); }
static Request object_message(Control *c) { return done(c, ctl_argc(c) ? from_ref(ctl_arg(c, 0)) : vm.nil); }
static Request this_message(Control *c) { return done(c, c->message); }
static Request this_local_context(Control *c) { return done(c, c->f.ctx); }

static Request inline_method(Control *c)
{
    if (ctl_argc(c) == 0)
        return done(c, vm.nil);
    Message *m = message_deep_copy(ctl_arg(c, 0));
    m->o.h.flags |= F_ACTIVATABLE;
    return done(c, from_ref(m));
}

/* Finds a slot in the ancestors of the object that held the current method. */
static bool find_above(Object *context, Symbol *name, Found *found)
{
    uint32_t count;
    Object **all = ancestors_of(context, &count);
    bool is_found = false;
    for (uint32_t i = 1; i < count && !is_found; i++) {
        int at = shape_find(all[i]->shape, name);
        if (at >= 0 && all[i]->slots[at] != vm.absent) {
            *found = (Found){all[i], at, false};
            is_found = true;
        }
    }
    free(all);
    return is_found;
}

static Request no_call(Control *c) { return raise_request(c, "%s does not respond to 'call'", type_name(ctl_self(c))); }

static Request perform_above(Control *c, Locals *l, Message *m, Object *sender)
{
    Found found;
    if (!l->context)
        return no_call(c);
    Value self = l->o.slots[0];
    if (!find_above(l->context, m->name, &found) && !find_above(l->context, SYM(forward), &found)) {
        raise_error(m, "%s does not respond to '%s'", type_name(self), m->name->text);
        return REQ_UNWIND;
    }
    Value v = read_slot(found.holder, found.index);
    if (is_ref(v) && (object_of(v)->h.flags & F_ACTIVATABLE))
        return tail_activate(c, object_of(v), self, m, sender, found.holder);
    return done(c, v);
}

static Request resend(Control *c)
{
    Locals *l = activation_of(ctl_locals(c));
    return l && l->sender ? perform_above(c, l, l->message, l->sender) : no_call(c);
}

static Request super(Control *c)
{
    Locals *l = activation_of(ctl_locals(c));
    if (!l)
        return no_call(c);
    if (ctl_argc(c) == 0)
        return raise_request(c, "Object super requires an argument");
    return perform_above(c, l, ctl_arg(c, 0), ctl_locals(c));
}

/* Operand: 0 the list so far. */
static Request object_list(Control *c)
{
    if (ctl_stopped(c))
        return done(c, c->value);
    if (ctl_state(c) == 0) {
        ctl_ops(c, 1);
        c->op[0] = from_ref(list_new(ctl_argc(c)));
    } else {
        list_append(ref_of(c->op[0]), c->value);
    }
    return ctl_state(c) < ctl_argc(c) ? eval_arg(c, ctl_state(c), ctl_state(c) + 1) : done(c, c->op[0]);
}

/* method(self setSlot(call message name, expression)) */
static Value initializer(Message *expression)
{
    Message *call = message_at(SYM(call), expression), *message = message_at(SYM(message), expression);
    message_set_next(call, message);
    message_set_next(message, message_at(SYM(name), expression));
    Message *set = message_at(SYM(setSlot), expression);
    Array *args = array_new(2);
    array_set(args, 0, from_ref(call));
    array_set(args, 1, from_ref(expression));
    message_set_args(set, args);
    Message *self = message_at(SYM(self), expression);
    message_set_next(self, set);
    Block *b = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    b->body = self;
    b->o.h.flags |= F_ACTIVATABLE;
    return from_ref(b);
}

static Request lazy_slot(Control *c)
{
    if (ctl_argc(c) == 0)
        return raise_request(c, "lazySlot requires an argument");
    if (ctl_argc(c) == 1)
        return done(c, initializer(ctl_arg(c, 0)));
    if (ctl_state(c) == 0)
        return eval_arg(c, 0, 1);
    Seq *name = as_seq(ctl_value(c));
    if (!name)
        return wrong_arg(c, 0, ctl_value(c), "Sequence");
    set_slot_of(c->f.target, symbol_of_seq(name), initializer(ctl_arg(c, 1)));
    return done(c, vm.nil);
}

static Request object_in(Control *c)
{
    if (ctl_state(c) == 0 && ctl_argc(c))
        return eval_arg(c, 0, 1);
    Value self = c->f.target;
    return tail_send(c, SYM(contains), ctl_state(c) ? c->value : vm.nil, &self, 1);
}

static Request deprecated_warning(Control *c)
{
    if (ctl_state(c) == 0 && ctl_argc(c))
        return eval_arg(c, 0, 1);
    Locals *l = activation_of(ctl_locals(c));
    if (!l)
        return done(c, c->f.target);
    Buffer b = {0};
    Seq *instead = ctl_state(c) ? as_seq(ctl_value(c)) : NULL;
    buffer_format(&b, "Warning in %s: '%s' is deprecated", l->message->label->text, l->message->name->text);
    if (instead)
        buffer_format(&b, ".  Use '%s' instead.\n", symbol_of_seq(instead)->text);
    else
        buffer_text(&b, " and will be removed from a later version.\n");
    emit(b.data, b.length);
    buffer_free(&b);
    return done(c, c->f.target);
}

static Prim prims[] = {
    CONTROL_LOCALS("", group, 0),
    CONTROL_LOCALS("do", object_do, 0),
    CONTROL_LOCALS("lexicalDo", lexical_do, STOP_LOCAL),
    CONTROL_LOCALS("doString", do_string, 0),
    CONTROL_TAKES("doFile", do_file, STOP_RETURN),
    CONTROL_TAKES("launchFile", launch_file, STOP_RETURN),
    CONTROL_TAKES("doRelativeFile", do_relative_file, STOP_RETURN),
    CONTROL_TAKES("relativeDoFile", do_relative_file, STOP_RETURN),
    CONTROL("isLaunchScript", is_launch_script),
    CONTROL_LOCALS("doMessage", do_message, 0),
    CONTROL_LOCALS("perform", object_perform, 0),
    CONTROL_LOCALS("performWithArgList", perform_with_arg_list, 0),
    CONTROL("?", if_responds),
    CONTROL_LOCALS("evalArg", group, 0),
    CONTROL_LOCALS("evalArgAndReturnSelf", control_run_and_self, 0),
    CONTROL_LOCALS("evalArgAndReturnNil", control_run_and_nil, 0),
    CONTROL_LOCALS("method", object_method, 0),
    CONTROL_LOCALS("block", object_block, 0),
    CONTROL_LOCALS("message", object_message, 0),
    CONTROL_LOCALS("thisMessage", this_message, 0),
    EAGER_LOCALS("thisContext", object_self),
    CONTROL_LOCALS("thisLocalContext", this_local_context, 0),
    CONTROL("resend", resend),
    CONTROL("super", super),
    CONTROL("inlineMethod", inline_method),
    CONTROL_TAKES("list", object_list, STOP_LOCAL),
    CONTROL("lazySlot", lazy_slot),
    CONTROL("in", object_in),
    CONTROL("deprecatedWarning", deprecated_warning),
    CONTROL("ifError", control_self),
    EAGER("returnIfError", object_self),
    EAGER("raiseIfError", object_self),
};

const Proto object_eval_proto = {"Object", NULL, K_ANY, false, TABLE(prims), NULL};
