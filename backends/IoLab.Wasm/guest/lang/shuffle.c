/* Operators: a chain is rewritten with a stack of levels, the loosest at the bottom; arguments wait in a work list. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/fail.h"
#include "../core/list.h"
#include "../core/map.h"
#include "message.h"

enum { MAX_LEVELS = 32, LOOSEST = 32 };

typedef struct Level {
    Message *last;   /* where the next message goes: behind it, or into it while the level waits */
    bool is_waiting; /* for the argument of an operator */
    int precedence;
} Level;

/* A chain that is still to be rewritten. One that was cut off has no terminator: nobody needs to look for it again. */
typedef struct Chain {
    Message *head;
    bool is_cut;
} Chain;

typedef struct Shuffler {
    Map *operators, *assignments;
    Level levels[MAX_LEVELS + 1];
    int top;
    Chain *work;
    size_t work_count, work_cap;
    char *error;
} Shuffler;

static void fail(Shuffler *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fail(Shuffler *s, const char *format, ...)
{
    if (s->error)
        return;
    va_list args;
    va_start(args, format);
    s->error = malloc(600);
    if (!s->error)
        fail_out_of_memory();
    vsnprintf(s->error, 600, format, args);
    va_end(args);
}

static void later(Shuffler *s, Message *head, bool is_cut)
{
    if (s->work_count == s->work_cap) {
        s->work_cap = s->work_cap ? s->work_cap * 2 : 32;
        s->work = realloc(s->work, s->work_cap * sizeof *s->work);
        if (!s->work)
            fail_out_of_memory();
    }
    s->work[s->work_count++] = (Chain){head, is_cut};
}

/* The selector of an assignment operator, or null. */
static Symbol *assignment_of(Shuffler *s, const Message *m)
{
    Value v;
    if (has_cached(m) || !s->assignments || !map_get(s->assignments, m->name, &v))
        return NULL;
    Seq *seq = as_seq(v);
    if (!seq) {
        fail(s, "Value for '%s' in Message OperatorTable assignOperators is not a symbol. Values in the OperatorTable assignOperators are symbols which are the name of the operator.", m->name->text);
        return NULL;
    }
    return symbol_of_seq(seq);
}

/* The level of an operator, or -1. */
static int precedence_of(Shuffler *s, const Message *m)
{
    Value v;
    if (has_cached(m) || !s->operators || !map_get(s->operators, m->name, &v))
        return -1;
    if (!is_num(v)) {
        fail(s, "Value for '%s' in Message OperatorTable operators is not a number. Values in the OperatorTable operators are numbers which indicate the precedence of the operator.", m->name->text);
        return -1;
    }
    double level = num_of(v);
    if (!(level >= 0 && level < 32)) {
        fail(s, "Precedence for operators must be between 0 and 31. Precedence was %.0f.", level);
        return -1;
    }
    return (int)level;
}

static void one_arg(Message *m, Message *arg)
{
    Array *args = array_new(1);
    array_set(args, 0, from_ref(arg));
    message_set_args(m, args);
}

static void attach(Shuffler *s, Message *m)
{
    Level *level = s->levels + s->top;
    if (level->is_waiting)
        one_arg(level->last, m);
    else if (level->last)
        message_set_next(level->last, m);
    level->last = m;
    level->is_waiting = false;
}

/* Ends the top level. Its last message loses a bracket that wraps its only argument. */
static void finish(Shuffler *s)
{
    Message *last = s->levels[s->top--].last;
    if (!last)
        return;
    message_set_next(last, NULL);
    if (arg_count(last) != 1)
        return;
    Message *wrapper = arg_at(last, 0);
    if (wrapper->name == SYM(empty) && arg_count(wrapper) == 1 && !wrapper->next)
        message_set_args(last, wrapper->args);
}

static void finish_up_to(Shuffler *s, int precedence)
{
    while (s->top >= 0 && s->levels[s->top].precedence <= precedence && !s->levels[s->top].is_waiting)
        finish(s);
}

/* A group of the arguments that stood directly behind an operator. */
static Message *group_of(const Message *operator_message)
{
    Message *group = message_at(SYM(empty), operator_message);
    group->args = operator_message->args;
    return group;
}

/* Ends an expression before its terminator, which is answered. */
static Message *cut(Message *first)
{
    Message *last = first;
    while (last->next && !is_terminator(last->next))
        last = last->next;
    Message *rest = last->next;
    message_set_next(last, NULL);
    return rest;
}

/* `target op value ...` becomes `selector("target", value ...)`, in the message that was the target. */
static void assign(Shuffler *s, Message *target, Message *op, Symbol *selector, bool is_cut)
{
    if (arg_count(op) > 1) {
        fail(s, "Assign operator passed multiple arguments, e.g., a := (b, c).");
        return;
    }
    Message *value = op->next && !is_terminator(op->next) ? op->next : NULL;
    Message *rest = !value ? op->next : is_cut ? NULL : cut(value);
    if (arg_count(op) == 1) {
        if (value) {
            Message *group = group_of(op);
            message_set_next(group, value);
            value = group;
        } else {
            value = arg_at(op, 0);
        }
    }
    if (!value) {
        fail(s, "%s must be followed by a value.", op->name->text);
        return;
    }
    Message *name;
    if (arg_count(target)) {
        for (uint32_t i = 0; i < arg_count(target); i++)
            later(s, arg_at(target, i), false);
        name = message_shallow_copy(target);
    } else {
        const char *text = target->name->text;
        if (selector == SYM(setSlot) && text[0] >= 'A' && text[0] <= 'Z')
            selector = SYM(setSlotWithType);
        Buffer quoted = {0};
        buffer_char(&quoted, '"');
        buffer_add(&quoted, text, target->name->length);
        buffer_char(&quoted, '"');
        name = message_at(symbol_of(quoted.data, quoted.length), target);
        buffer_free(&quoted);
        message_set_cached(name, symbol_value(target->name));
    }
    Array *args = array_new(2);
    array_set(args, 0, from_ref(name));
    array_set(args, 1, from_ref(value));
    target->name = selector;
    target->cached = vm.absent;
    message_set_args(target, args);
    message_set_next(target, rest);
    later(s, value, true);
}

static void shuffle_chain(Shuffler *s, Message *head, bool is_cut)
{
    s->top = 0;
    s->levels[0] = (Level){NULL, false, 1000};
    for (Message *m = head; m && !s->error;) {
        Message *next = m->next;
        Symbol *selector = next ? assignment_of(s, next) : NULL;
        bool assignable = selector && !is_terminator(m) && (arg_count(m) == 0 || precedence_of(s, m) < 0);
        if (assignable) {
            assign(s, m, next, selector, is_cut);
            if (s->error)
                return;
            next = m->next;
            attach(s, m);
            m = next;
            continue;
        }
        if (!s->error && assignment_of(s, m))
            fail(s, "%s requires an expression to its left.", m->name->text);
        if (s->error)
            return;
        int precedence = is_terminator(m) ? -1 : precedence_of(s, m);
        if (is_terminator(m)) {
            finish_up_to(s, LOOSEST);
            attach(s, m);
        } else if (precedence >= 0) {
            finish_up_to(s, precedence);
            attach(s, m);
            if (s->top == MAX_LEVELS) {
                fail(s, "Overflowed operator stack. Only 31 levels of operators currently supported.");
                return;
            }
            s->levels[++s->top] = (Level){m, true, precedence};
            if (m->args) {
                Message *group = group_of(m);
                message_set_next(group, next);
                m->args = NULL;
                next = group;
            }
        } else if (!s->error) {
            attach(s, m);
            for (uint32_t i = 0; i < arg_count(m); i++)
                later(s, arg_at(m, i), false);
        }
        m = next;
    }
    while (s->top >= 0 && !s->error)
        finish(s);
}

static Map *table_named(Symbol *name)
{
    Value v;
    return PROTO(OperatorTable) && get_slot(from_ref(PROTO(OperatorTable)), name, &v) ? as_map(v) : NULL;
}

bool shuffle(Message *chain, char **error)
{
    Shuffler s = {.operators = table_named(SYM(operators)), .assignments = table_named(SYM(assignOperators))};
    later(&s, chain, false);
    while (s.work_count && !s.error) {
        s.work_count--;
        shuffle_chain(&s, s.work[s.work_count].head, s.work[s.work_count].is_cut);
    }
    free(s.work);
    *error = s.error;
    return !s.error;
}
