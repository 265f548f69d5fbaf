#include "message.h"

#include <stdlib.h>

#include "../core/fail.h"
#include "../exec/compile.h"

Message *message_new(Symbol *name)
{
    Message *m = gc_alloc(sizeof(Message), K_MESSAGE);
    m->o.shape = shape_of_clones(PROTO(Message));
    m->name = name;
    m->label = SYM(empty);
    m->cached = vm.absent;
    return m;
}

Message *message_at(Symbol *name, const Message *place)
{
    Message *m = message_new(name);
    if (place) {
        m->label = place->label;
        m->line = place->line;
        m->character = place->character;
    }
    return m;
}

void message_set_args(Message *m, Array *args)
{
    m->args = args && args->cap ? args : NULL;
    gc_wrote(m);
}

void message_set_next(Message *m, Message *next)
{
    m->next = next;
    gc_wrote(m);
}

void message_set_cached(Message *m, Value v)
{
    m->cached = v;
    gc_wrote(m);
}

Message *message_literal(Value v)
{
    Message *m = message_new(SYM(unnamed));
    m->cached = v;
    return m;
}

Array *message_literals(const Value *values, uint32_t count)
{
    Array *args = array_new(count);
    for (uint32_t i = 0; i < count; i++)
        array_set(args, i, from_ref(message_literal(values[i])));
    return args;
}

Message *message_shallow_copy(const Message *m)
{
    Message *copy = message_at(m->name, m);
    copy->cached = m->cached;
    if (m->args) {
        copy->args = array_new(m->args->cap);
        for (uint32_t i = 0; i < m->args->cap; i++)
            array_set(copy->args, i, m->args->items[i]);
    }
    return copy;
}

/* Copies trees with a work list: their depth costs no C stack. */
Message *message_deep_copy(const Message *source)
{
    if (!source)
        return NULL;
    Message *root = message_shallow_copy(source);
    struct Pair {
        const Message *from;
        Message *to;
    } *todo = NULL;
    size_t count = 0, cap = 0;
#define PENDING(f, t) \
    do { \
        if (count == cap) { \
            cap = cap ? cap * 2 : 32; \
            todo = realloc(todo, cap * sizeof *todo); \
            if (!todo) \
                fail_out_of_memory(); \
        } \
        todo[count++] = (struct Pair){f, t}; \
    } while (0)
    PENDING(source, root);
    while (count) {
        struct Pair p = todo[--count];
        if (p.from->next) {
            message_set_next(p.to, message_shallow_copy(p.from->next));
            PENDING(p.from->next, p.to->next);
        }
        for (uint32_t i = 0; i < arg_count(p.from); i++) {
            Message *copy = message_shallow_copy(arg_at(p.from, i));
            array_set(p.to->args, i, from_ref(copy));
            PENDING(arg_at(p.from, i), copy);
        }
    }
#undef PENDING
    free(todo);
    return root;
}

void message_copy_into(Message *to, const Message *from)
{
    Message *copy = message_deep_copy(from);
    to->name = copy->name;
    to->label = copy->label;
    to->args = copy->args;
    to->next = copy->next;
    to->cached = copy->cached;
    to->line = copy->line;
    to->character = copy->character;
    gc_wrote(to);
}

void message_edited(Message *m)
{
    (void)m;
    code_drop_all();
}
