/* Message trees to text, with a stack of their own. */
#include <stdlib.h>

#include "../core/fail.h"
#include "message.h"

typedef struct Open {
    const Message *message;
    uint32_t arg;
} Open;

void print_chain(const Message *chain, Buffer *to)
{
    Open *open = NULL;
    size_t depth = 0, cap = 0;
    const Message *m = chain;
    while (m) {
        if (is_terminator(m))
            buffer_text(to, ";\n");
        else
            buffer_add(to, m->name->text, m->name->length);
        if (m->args) {
            buffer_char(to, '(');
            if (depth == cap) {
                cap = cap ? cap * 2 : 16;
                open = realloc(open, cap * sizeof *open);
                if (!open)
                    fail_out_of_memory();
            }
            open[depth++] = (Open){m, 0};
            m = arg_at(m, 0);
            continue;
        }
        /* This message is done: what is behind it, or else behind what it is the last part of? */
        bool next_argument = false;
        while (!m->next) {
            if (!depth) {
                free(open);
                return;
            }
            m = open[depth - 1].message;
            uint32_t next = ++open[depth - 1].arg;
            if (next < arg_count(m)) {
                buffer_text(to, ", ");
                m = arg_at(m, next);
                next_argument = true;
                break;
            }
            depth--;
            buffer_char(to, ')');
        }
        if (next_argument)
            continue;
        if (!is_terminator(m))
            buffer_char(to, ' ');
        m = m->next;
    }
    free(open);
}
