/* Which names a block's Locals have room for: formals, and what its body assigns. */
#include <stdlib.h>

#include "../core/fail.h"
#include "layout.h"

static Shape *with(Shape *layout, Symbol *name) { return shape_find(layout, name) >= 0 ? layout : shape_with_shared(layout, name); }

static bool is_name(const Message *m) { return !m->args && !m->next && !has_cached(m); }

static bool named(const Message *m, const char *text) { return strcmp(m->name->text, text) == 0; }

/* How many of a message's first arguments are names it sets in its sender. */
static uint32_t variables_of(const Message *m)
{
    uint32_t count = arg_count(m);
    if (m->name == SYM(for))
        return count >= 4 ? 1 : 0;
    if (count < 2)
        return 0;
    if (named(m, "foreach") || named(m, "reverseForeach") || named(m, "foreachSlot"))
        return count - 1;
    return named(m, "repeat") ? 1 : 0;
}

Shape *layout_of_block(const Block *b)
{
    Shape *layout = vm.locals_root;
    for (uint32_t i = 0; b->formals && i < b->formals->cap; i++)
        layout = with(layout, ref_of(b->formals->items[i]));
    size_t count = 0, cap = 64;
    const Message **todo = malloc(cap * sizeof *todo);
    if (!todo)
        fail_out_of_memory();
    if (b->body)
        todo[count++] = b->body;
    while (count) {
        bool at_start = true; /* is the receiver implicit? */
        for (const Message *m = todo[--count]; m; m = m->next) {
            if (is_terminator(m)) {
                at_start = true;
                continue;
            }
            uint32_t args = arg_count(m);
            if (at_start && args == 2 && (m->name == SYM(setSlot) || m->name == SYM(setSlotWithType))) {
                Seq *name = as_seq(arg_at(m, 0)->cached);
                if (name && !arg_at(m, 0)->next)
                    layout = with(layout, symbol_of_seq(name));
            }
            uint32_t variables = variables_of(m);
            for (uint32_t i = 0; i < variables; i++) {
                if (is_name(arg_at(m, i)))
                    layout = with(layout, arg_at(m, i)->name);
            }
            at_start = false;
            if (!m->args || m->name == SYM(method) || m->name == SYM(block))
                continue;
            if (count + args > cap) {
                cap = (count + args) * 2;
                todo = realloc(todo, cap * sizeof *todo);
                if (!todo)
                    fail_out_of_memory();
            }
            for (uint32_t i = args; i > 0; i--)
                todo[count++] = arg_at(m, i - 1);
        }
    }
    free(todo);
    return layout;
}
