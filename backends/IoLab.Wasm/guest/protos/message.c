/* Message (io-language 5.8). */
#include <stdlib.h>

#include "../core/fail.h"
#include "../exec/call.h"
#include "table.h"

static Message *of(Value self) { return ref_of(self); }

static Value name(Value self, Args a)
{
    (void)a;
    return symbol_value(of(self)->name);
}

static Value arguments(Value self, Args a)
{
    (void)a;
    Array *args = of(self)->args;
    return list_of(args ? args->items : NULL, args ? args->cap : 0);
}

static Value message_arg_at(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    int64_t i = (int64_t)d, count = arg_count(of(self));
    if (i < 0)
        i += count;
    return i >= 0 && i < count ? from_ref(arg_at(of(self), (uint32_t)i)) : vm.nil;
}

static Value message_arg_count(Value self, Args a)
{
    (void)a;
    return from_num(arg_count(of(self)));
}

static Value next(Value self, Args a)
{
    (void)a;
    Message *m = of(self)->next;
    if (!m)
        return vm.nil;
    m->previous = of(self);
    gc_wrote(m);
    return from_ref(m);
}

static Value previous(Value self, Args a)
{
    (void)a;
    return ref_or_nil(of(self)->previous);
}

static Value last(Value self, Args a)
{
    (void)a;
    Message *m = of(self);
    while (m->next)
        m = m->next;
    return from_ref(m);
}

static Value last_before_end_of_line(Value self, Args a)
{
    (void)a;
    Message *m = of(self);
    while (m->next && !is_terminator(m->next))
        m = m->next;
    return from_ref(m);
}

static Value next_ignore_end_of_lines(Value self, Args a)
{
    (void)a;
    Message *m = of(self)->next;
    while (m && is_terminator(m))
        m = m->next;
    return ref_or_nil(m);
}

static Value is_end_of_line(Value self, Args a)
{
    (void)a;
    return bool_value(is_terminator(of(self)));
}

static Value label(Value self, Args a)
{
    (void)a;
    return symbol_value(of(self)->label);
}

static Value line_number(Value self, Args a)
{
    (void)a;
    return from_num(of(self)->line);
}

static Value character_number(Value self, Args a)
{
    (void)a;
    return from_num(of(self)->character);
}

static Value cached_result(Value self, Args a)
{
    (void)a;
    return has_cached(of(self)) ? of(self)->cached : vm.nil;
}

static Value has_cached_result(Value self, Args a)
{
    (void)a;
    return bool_value(has_cached(of(self)));
}

static Value edited(Value self)
{
    message_edited(of(self));
    return self;
}

static Value clone(Value self, Args a)
{
    (void)a;
    if (of(self) == (Message *)PROTO(Message))
        return from_ref(message_new(SYM(unnamed)));
    return from_ref(message_deep_copy(of(self)));
}

static Value set_name(Value self, Args a)
{
    Symbol *s = arg_symbol(a, 0);
    if (!s)
        return vm.unwind;
    of(self)->name = s;
    gc_wrote(of(self));
    return edited(self);
}

/* ---- no message is a part of itself: neither printing nor compiling would end ---- */

typedef struct Seen {
    Message **slots; /* a hash set */
    Message **todo;  /* those of it that were not looked at */
    size_t size, count, left;
} Seen;

static void put_seen(Seen *s, Message *m)
{
    size_t i = ((uintptr_t)m >> 3) & (s->size - 1);
    while (s->slots[i] && s->slots[i] != m)
        i = (i + 1) & (s->size - 1);
    if (s->slots[i])
        return;
    s->slots[i] = m;
    s->todo[s->left++] = m;
    s->count++;
}

static void note(Seen *s, Message *m)
{
    if (2 * (s->count + 1) > s->size) {
        Seen more = {.size = s->size ? s->size * 2 : 64};
        more.slots = calloc(more.size, sizeof *more.slots);
        more.todo = malloc(more.size * sizeof *more.todo);
        if (!more.slots || !more.todo)
            fail_out_of_memory();
        for (size_t i = 0; i < s->size; i++) {
            if (s->slots[i])
                put_seen(&more, s->slots[i]);
        }
        if (s->left)
            memcpy(more.todo, s->todo, s->left * sizeof *more.todo);
        more.left = s->left;
        free(s->slots);
        free(s->todo);
        *s = more;
    }
    put_seen(s, m);
}

static bool is_part(Message *sought, Message *whole)
{
    Seen s = {0};
    bool found = false;
    if (whole)
        note(&s, whole);
    while (s.left && !found) {
        Message *m = s.todo[--s.left];
        found = m == sought;
        if (m->next)
            note(&s, m->next);
        for (uint32_t i = 0; i < arg_count(m); i++)
            note(&s, arg_at(m, i));
    }
    free(s.slots);
    free(s.todo);
    return found;
}

static Value circle(Args a) { return raise_error(a.message, "%s: a message cannot be a part of itself", a.message->name->text); }

static Value set_arguments(Value self, Args a)
{
    List *l = arg_list(a, 0);
    if (!l)
        return vm.unwind;
    Array *args = array_new(l->count);
    for (uint32_t i = 0; i < l->count; i++) {
        if (!as_message(resolve(list_at(l, i))))
            return raise_error(a.message, "arguments_() takes a list containing only Message objects");
        array_set(args, i, resolve(list_at(l, i)));
    }
    for (uint32_t i = 0; i < l->count; i++) {
        if (is_part(of(self), ref_of(args->items[i])))
            return circle(a);
    }
    message_set_args(of(self), args);
    return edited(self);
}

static Value add_arg(Value self, Message *added)
{
    Message *m = of(self);
    Array *args = array_new(arg_count(m) + 1);
    for (uint32_t i = 0; i < arg_count(m); i++)
        array_set(args, i, m->args->items[i]);
    array_set(args, arg_count(m), from_ref(added));
    message_set_args(m, args);
    return edited(self);
}

static Value append_arg(Value self, Args a)
{
    Message *m = arg_message(a, 0);
    return !m ? vm.unwind : is_part(of(self), m) ? circle(a) : add_arg(self, m);
}

static Value append_cached_arg(Value self, Args a) { return add_arg(self, message_literal(arg(a, 0))); }

static Value set_next(Value self, Args a)
{
    Message *m = NULL;
    if (a.count && arg(a, 0) != vm.nil && !(m = as_message(arg(a, 0))))
        return raise_error(a.message, "Io Assertion 'argument must be Message or Nil'");
    if (is_part(of(self), m))
        return circle(a);
    message_set_next(of(self), m);
    return edited(self);
}

static Request message_union(Control *c)
{
    if (ctl_argc(c) == 0)
        return raise_request(c, "nil does not respond to 'arguments'");
    Message *m = message_new(SYM(unnamed)), *more = ctl_arg(c, 0);
    Array *args = array_new(arg_count(more) + 1);
    array_set(args, 0, ctl_self(c));
    for (uint32_t i = 0; i < arg_count(more); i++)
        array_set(args, i + 1, more->args->items[i]);
    message_set_args(m, args);
    return done(c, from_ref(m));
}

static Value set_cached_result(Value self, Args a)
{
    message_set_cached(of(self), arg(a, 0));
    return edited(self);
}

static Value remove_cached_result(Value self, Args a)
{
    (void)a;
    of(self)->cached = vm.absent;
    return edited(self);
}

static Value set_label(Value self, Args a)
{
    Symbol *s = arg_symbol(a, 0);
    if (!s)
        return vm.unwind;
    of(self)->label = s;
    gc_wrote(of(self));
    return self;
}

static Value set_line_number(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    of(self)->line = (uint32_t)d;
    return self;
}

static Value set_character_number(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    of(self)->character = (uint32_t)d;
    return self;
}

static Value op_shuffle(Value self, Args a)
{
    char *error;
    if (!shuffle(of(self), &error)) {
        Value v = raise_error(a.message, "compile error: %s", error);
        free(error);
        return v;
    }
    return edited(self);
}

/* Operands: 0 the target. */
static Request do_in_context(Control *c)
{
    if (ctl_state(c) == 0) {
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : tail_eval(c, of(ctl_self(c)), c->f.ctx, ctl_locals(c));
    }
    if (ctl_state(c) == 1) {
        c->op[0] = ctl_value(c);
        if (ctl_argc(c) > 1)
            return eval_arg(c, 1, 2);
    }
    return tail_eval(c, of(ctl_self(c)), c->op[0], as_context(ctl_state(c) == 2 ? c->value : c->op[0]));
}

/* Operands: 0 the context, 1 the values so far. */
static Request args_evaluated_in(Control *c)
{
    if (ctl_state(c) == 0) {
        ctl_ops(c, 2);
        c->op[1] = from_ref(list_new(0));
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Object");
    }
    if (ctl_state(c) == 1)
        c->op[0] = ctl_value(c);
    else
        list_append(ref_of(c->op[1]), c->value);
    List *values = ref_of(c->op[1]);
    if (values->count >= arg_count(of(ctl_self(c))))
        return done(c, c->op[1]);
    return eval(c, arg_at(of(ctl_self(c)), values->count), c->op[0], as_context(c->op[0]), 2);
}

/* The message with its arguments' values. Operands as above. */
static Request with_evaluated_args(Control *c)
{
    if (ctl_state(c) == 0) {
        ctl_ops(c, 2);
        c->op[1] = from_ref(list_new(0));
        c->op[0] = c->f.ctx;
        if (ctl_argc(c))
            return eval_arg(c, 0, 1);
    } else if (ctl_state(c) == 1) {
        c->op[0] = ctl_value(c);
    } else {
        list_append(ref_of(c->op[1]), c->value);
    }
    List *values = ref_of(c->op[1]);
    Message *m = of(ctl_self(c));
    if (values->count < arg_count(m))
        return eval(c, arg_at(m, values->count), c->op[0], as_context(c->op[0]), 2);
    Message *copy = message_shallow_copy(m);
    message_set_args(copy, message_literals(values->count ? values->items->items + values->start : NULL, values->count));
    copy->next = m->next;
    return done(c, from_ref(copy));
}

static Value from_string(Value self, Args a)
{
    (void)self;
    Seq *s = arg_seq(a, 0);
    if (!s)
        return vm.unwind;
    Text t = seq_utf8(s);
    Message *chain;
    Value v = run_parse(t.data, t.length, a.message->label, a.message, true, &chain);
    text_free(&t);
    return v == vm.unwind ? v : chain ? from_ref(chain) : from_ref(message_new(SYM(nil)));
}

static Value code(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    print_chain(of(self), &b);
    return from_ref(seq_from_buffer(&b));
}

/* One line: terminators as "; ". */
static Seq *one_line(Message *m)
{
    Buffer b = {0}, line = {0};
    print_chain(m, &b);
    for (size_t i = 0; i < b.length; i++) {
        if (b.data[i] == ' ' && i + 2 < b.length && b.data[i + 1] == ';' && b.data[i + 2] == '\n')
            continue;
        if (b.data[i] == ';' && i + 1 < b.length && b.data[i + 1] == '\n') {
            buffer_text(&line, "; ");
            i++;
            continue;
        }
        buffer_char(&line, b.data[i]);
    }
    buffer_free(&b);
    return seq_from_buffer(&line);
}

static Value as_simple_string(Value self, Args a)
{
    (void)a;
    return from_ref(cut_text(one_line(of(self))));
}

static Value code_of_length(Value self, Args a)
{
    uint32_t length;
    if (!arg_index(a, 0, &length))
        return vm.unwind;
    Seq *s = one_line(of(self));
    if (s->count <= length)
        return from_ref(s);
    Seq *parts[] = {seq_slice(s, 0, length, false), seq_from_text("...")};
    return from_ref(seq_concat(parts, 2, false));
}

/* Name, file and line, as traces show them. */
static Value description(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    const char *file = strrchr(of(self)->label->text, '/');
    file = file ? file + 1 : of(self)->label->text;
    buffer_format(&b, "%-35s %s %u", of(self)->name->text, file, (unsigned)of(self)->line);
    return from_ref(seq_from_buffer(&b));
}

static Value as_stack_entry(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    const char *file = strrchr(of(self)->label->text, '/');
    file = file ? file + 1 : of(self)->label->text;
    buffer_format(&b, "%-18s %-6u %s", file, (unsigned)of(self)->line, of(self)->name->text);
    return from_ref(seq_from_buffer(&b));
}

static Prim prims[] = {
    EAGER("name", name), EAGER("arguments", arguments), EAGER("argAt", message_arg_at), EAGER("argCount", message_arg_count), EAGER("next", next),
    EAGER("previous", previous), EAGER("last", last), EAGER("lastBeforeEndOfLine", last_before_end_of_line),
    EAGER("nextIgnoreEndOfLines", next_ignore_end_of_lines), EAGER("isEndOfLine", is_end_of_line), EAGER("label", label),
    EAGER("lineNumber", line_number), EAGER("characterNumber", character_number), EAGER("cachedResult", cached_result),
    EAGER("hasCachedResult", has_cached_result), EAGER("clone", clone), EAGER("setName", set_name), EAGER("setArguments", set_arguments),
    EAGER("appendArg", append_arg), EAGER("appendCachedArg", append_cached_arg), EAGER("setNext", set_next), CONTROL("union", message_union),
    EAGER("setCachedResult", set_cached_result), EAGER("removeCachedResult", remove_cached_result), EAGER("setLabel", set_label),
    EAGER("setLineNumber", set_line_number), EAGER("setCharacterNumber", set_character_number), EAGER("opShuffle", op_shuffle),
    EAGER("opShuffleC", op_shuffle), CONTROL("doInContext", do_in_context), CONTROL("argsEvaluatedIn", args_evaluated_in),
    CONTROL("asMessageWithEvaluatedArgs", with_evaluated_args), EAGER("fromString", from_string), EAGER("code", code), EAGER("asString", code),
    EAGER("asSimpleString", as_simple_string), EAGER("codeOfLength", code_of_length), EAGER("description", description),
    EAGER("asStackEntry", as_stack_entry),
};

const Proto message_proto = {"Message", NULL, K_MESSAGE, false, TABLE(prims), NULL};
