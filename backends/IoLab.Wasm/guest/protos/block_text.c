/* The source text of blocks, laid out, with operators between their operands (io-language 5.7). Line breaks follow the source: where a statement or an
   argument began a line it begins one again. What is still to be written waits on a stack of its own, so depth costs no C stack. */
#include <stdlib.h>

#include "../core/fail.h"
#include "../lang/lexer.h"
#include "table.h"

enum { SPACES_PER_LEVEL = 4, MOST_LEVELS = 64 };

/* A chain to write, or a text, or (neither) a line break to a level. */
typedef struct Item {
    const Message *chain;
    const char *text;
    uint32_t level;
    bool is_followed; /* does the expression go on behind the chain without a bracket between? */
} Item;

typedef struct Layout {
    Buffer *to;
    Item *pending;
    size_t count, cap;
    uint32_t source_line; /* the last one that anything written came from */
    uint32_t line;        /* the same, plus the breaks that were added after it */
} Layout;

/* ---- what can be written with an operator ---- */

static bool goes_on(const Message *m) { return m->next && !is_terminator(m->next); }

/* The operator that an assignment can be written with: of a plain name, at the end of its expression; or null. */
static const char *assignment_of(const Message *m)
{
    if (arg_count(m) != 2 || goes_on(m))
        return NULL;
    const Message *target = arg_at(m, 0);
    const Symbol *name = target->name;
    if (target->args || target->next || name->length < 3 || name->text[0] != '"' || name->text[name->length - 1] != '"'
        || !is_plain_name(name->text + 1, name->length - 2))
        return NULL;
    bool is_upper = name->text[1] >= 'A' && name->text[1] <= 'Z';
    if (m->name == (is_upper ? SYM(setSlotWithType) : SYM(setSlot)))
        return ":=";
    return m->name == SYM(newSlot) ? "::=" : m->name == SYM(updateSlot) ? "=" : NULL;
}

/* An operator with its one argument, followed by nothing that would join the argument: its level, or -1. */
static int level_of(const Message *m)
{
    int level = arg_count(m) == 1 ? operator_level(m->name) : -1;
    if (level < 0 || !goes_on(m))
        return level;
    return operator_level(m->next->name) >= level && arg_count(m->next) == 1 ? level : -1;
}

/* Would an operand without brackets be taken apart, or take in what follows it? */
static bool needs_brackets(const Message *operand, int level, bool is_followed)
{
    for (const Message *m = operand; m; m = m->next) {
        if (is_terminator(m) || (is_followed && assignment_of(m)))
            return true;
        int inner = operator_level(m->name);
        if (inner < 0)
            continue;
        /* At the start it is a prefix: it only must not swallow what follows. */
        if (m == operand ? is_followed && (inner > level || arg_count(m) != 1) : inner >= level)
            return true;
    }
    return false;
}

static bool has_terminator(const Message *m)
{
    while (m && !is_terminator(m))
        m = m->next;
    return m != NULL;
}

/* ---- writing ---- */

static void push(Layout *l, Item item)
{
    if (l->count == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 32;
        l->pending = realloc(l->pending, l->cap * sizeof *l->pending);
        if (!l->pending)
            fail_out_of_memory();
    }
    l->pending[l->count++] = item;
}

static void push_text(Layout *l, const char *text) { push(l, (Item){.text = text}); }

/* A leading terminator stays a semicolon: as a line break it would not be part of the chain. */
static void push_chain(Layout *l, const Message *chain, uint32_t level, bool is_followed)
{
    const Message *first = is_terminator(chain) ? chain->next : chain;
    if (first)
        push(l, (Item){.chain = first, .level = level, .is_followed = is_followed});
    if (is_terminator(chain))
        push_text(l, "; ");
}

static void push_operand(Layout *l, const Message *operand, bool brackets, uint32_t level, bool is_followed)
{
    if (brackets)
        push_text(l, ")");
    push_chain(l, operand, level, is_followed && !brackets);
    if (brackets)
        push_text(l, "(");
}

/* Does an argument begin a line? `line` is the last one before it. */
static bool begins_line(const Message *m, uint32_t i)
{
    uint32_t line = m->line;
    for (uint32_t k = 0; k < i; k++)
        line = arg_at(m, k)->line > line ? arg_at(m, k)->line : line;
    return arg_at(m, i)->line > line;
}

static void push_arguments(Layout *l, const Message *m, uint32_t level)
{
    if (!m->args)
        return;
    push_text(l, ")");
    for (uint32_t i = arg_count(m); i-- > 0;) {
        bool breaks = begins_line(m, i);
        if (breaks)
            push(l, (Item){.level = level});
        push_chain(l, arg_at(m, i), breaks ? level + 1 : level, false);
        if (breaks)
            push(l, (Item){.level = level + 1});
        push_text(l, i == 0 ? "(" : breaks && begins_line(m, i - 1) ? "," : ", ");
    }
}

static void break_line(Layout *l, uint32_t level)
{
    buffer_char(l->to, '\n');
    for (uint32_t i = 0; i < SPACES_PER_LEVEL * (level < MOST_LEVELS ? level : MOST_LEVELS); i++)
        buffer_char(l->to, ' ');
}

/* A statement that began a line begins one again, after at most one empty line. */
static void write_terminator(Layout *l, const Message *m, uint32_t level)
{
    const Message *next = m->next;
    if (!next || (next->line != 0 && next->line <= l->source_line)) {
        buffer_text(l->to, "; ");
        return;
    }
    if (next->line > l->line + 1)
        buffer_char(l->to, '\n');
    break_line(l, level);
}

static void write_message(Layout *l, const Message *m, uint32_t level, bool is_followed)
{
    if (!is_terminator(m)) {
        l->line = m->line > l->line ? m->line : l->line;
        l->source_line = m->line > l->source_line ? m->line : l->source_line;
    }
    if (m->next) {
        push(l, (Item){.chain = m->next, .level = level, .is_followed = is_followed});
        if (!is_terminator(m->next) && !is_terminator(m))
            push_text(l, " ");
    }
    const char *assignment = assignment_of(m);
    int precedence = level_of(m);
    if (is_terminator(m)) {
        write_terminator(l, m, level);
    } else if (assignment) {
        buffer_add(l->to, arg_at(m, 0)->name->text + 1, arg_at(m, 0)->name->length - 2);
        buffer_format(l->to, " %s ", assignment);
        push_operand(l, arg_at(m, 1), has_terminator(arg_at(m, 1)), level, false);
    } else if (precedence >= 0) {
        bool operand_is_followed = m->next ? !is_terminator(m->next) : is_followed;
        buffer_format(l->to, "%s ", m->name->text);
        push_operand(l, arg_at(m, 0), needs_brackets(arg_at(m, 0), precedence, operand_is_followed), level, operand_is_followed);
    } else {
        buffer_add(l->to, m->name->text, m->name->length);
        push_arguments(l, m, level);
    }
}

/* A body one level in, on lines of its own. */
static void write_body(Buffer *to, const Message *body)
{
    Layout l = {.to = to};
    break_line(&l, 1);
    if (!body) {
        buffer_text(to, "nil");
        return;
    }
    l.line = body->line;
    push(&l, (Item){.chain = body, .level = 1});
    while (l.count) {
        Item item = l.pending[--l.count];
        if (item.chain) {
            write_message(&l, item.chain, item.level, item.is_followed);
        } else if (item.text) {
            buffer_text(to, item.text);
        } else {
            break_line(&l, item.level);
            l.line++;
        }
    }
    free(l.pending);
}

void block_layout(const Block *b, Buffer *to)
{
    const char *label = b->body && b->body->label->length ? b->body->label->text : "[unlabeled]";
    if (strcmp(label, "Command Line") != 0) /* what is typed at the prompt */
        buffer_format(to, "# %s:%u\n", label, b->body ? (unsigned)b->body->line : 0);
    buffer_text(to, "method(");
    for (uint32_t i = 0; b->formals && i < b->formals->cap; i++)
        buffer_format(to, "%s, ", ((Symbol *)ref_of(b->formals->items[i]))->text);
    write_body(to, b->body);
    buffer_text(to, "\n)");
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
