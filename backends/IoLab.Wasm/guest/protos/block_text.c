/* The source text of blocks, laid out, with operators between their operands (io-language 5.7). */
#include "table.h"

enum { DEEPEST = 200 }; /* deeper trees are written with brackets for all arguments */

static int level_of(const Message *m)
{
    Value v, table;
    if (has_cached(m) || arg_count(m) != 1 || !get_slot(from_ref(PROTO(OperatorTable)), SYM(operators), &table) || !as_map(table))
        return -1;
    return map_get(ref_of(table), m->name, &v) && is_num(v) ? (int)num_of(v) : -1;
}

/* The operator that an assignment can be written with, or null. */
static const char *assignment_of(const Message *m)
{
    if (arg_count(m) != 2 || (m->next && !is_terminator(m->next)))
        return NULL;
    const Message *name = arg_at(m, 0);
    if (!as_seq(name->cached) || name->next || name->name->text[0] != '"')
        return NULL;
    return m->name == SYM(setSlot) || m->name == SYM(setSlotWithType) ? ":=" : m->name == SYM(newSlot) ? "::=" : m->name == SYM(updateSlot) ? "=" : NULL;
}

/* Would the operand be taken apart without brackets? */
static bool needs_brackets(const Message *operand, int level)
{
    for (const Message *m = operand; m; m = m->next) {
        if (is_terminator(m) || assignment_of(m) || level_of(m) >= level)
            return true;
    }
    return false;
}

static void write_chain(const Message *m, Buffer *to, int depth)
{
    if (depth > DEEPEST) {
        print_chain(m, to);
        return;
    }
    for (; m; m = m->next) {
        int level = level_of(m);
        const char *assignment = assignment_of(m);
        if (is_terminator(m)) {
            buffer_text(to, "; ");
            continue;
        }
        if (assignment) {
            buffer_add(to, arg_at(m, 0)->name->text + 1, arg_at(m, 0)->name->length - 2);
            buffer_format(to, " %s ", assignment);
            write_chain(arg_at(m, 1), to, depth + 1);
        } else if (level >= 0) {
            bool brackets = needs_brackets(arg_at(m, 0), level) || (m->next && !is_terminator(m->next) && level_of(m->next) < 0);
            buffer_format(to, brackets ? "%s (" : "%s ", m->name->text);
            write_chain(arg_at(m, 0), to, depth + 1);
            if (brackets)
                buffer_char(to, ')');
        } else {
            buffer_add(to, m->name->text, m->name->length);
            if (m->args)
                buffer_char(to, '(');
            for (uint32_t i = 0; i < arg_count(m); i++) {
                if (i)
                    buffer_text(to, ", ");
                write_chain(arg_at(m, i), to, depth + 1);
            }
            if (m->args)
                buffer_char(to, ')');
        }
        if (m->next && !is_terminator(m->next))
            buffer_char(to, ' ');
    }
}

void block_layout(const Block *b, Buffer *to)
{
    if (b->body && b->body->label->length)
        buffer_format(to, "# %s:%u\n", b->body->label->text, (unsigned)b->body->line);
    buffer_text(to, "method(");
    for (uint32_t i = 0; b->formals && i < b->formals->cap; i++)
        buffer_format(to, "%s, ", ((Symbol *)ref_of(b->formals->items[i]))->text);
    buffer_char(to, '\n');
    if (b->body) {
        buffer_text(to, "    ");
        write_chain(b->body, to, 0);
        buffer_char(to, '\n');
    }
    buffer_char(to, ')');
}

static Value as_string(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    block_layout(ref_of(self), &b);
    return from_ref(seq_from_buffer(&b));
}

/* ---- Block Formatter ---- */

static Value formatter_init(Value self, Args a)
{
    (void)a;
    set_slot(object_of(self), symbol_of_text("buffer"), from_ref(seq_new(ITEM_UINT8, ENC_ASCII, 0, true)));
    return self;
}

static Value format_block(Value self, Args a)
{
    Block *block = arg_block(a, 0);
    Value text;
    if (!block)
        return vm.unwind;
    if (!get_slot(self, symbol_of_text("buffer"), &text) || !as_seq(text) || !seq_is_mutable(as_seq(text)))
        return raise_error(a.message, "the buffer of a Formatter must be a mutable Sequence");
    Buffer b = {0};
    block_layout(block, &b);
    seq_append(as_seq(text), seq_from_buffer(&b));
    return self;
}

static void make_formatter(Object *self)
{
    data(self, "buffer", from_ref(seq_new(ITEM_UINT8, ENC_ASCII, 0, true)));
    data(PROTO(Block), "Formatter", from_ref(self));
}

static Prim block_prims[] = {EAGER("asString", as_string)};
static Prim formatter_prims[] = {EAGER("init", formatter_init), EAGER("formatBlock", format_block)};

const Proto block_text_protos[] = {
    {"Block", NULL, K_BLOCK, false, TABLE(block_prims), NULL},
    {"BlockFormatter", NULL, K_ANY, true, TABLE(formatter_prims), make_formatter},
};
