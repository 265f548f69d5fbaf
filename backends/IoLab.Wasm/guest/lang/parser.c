/* Tokens to message trees, with a stack of open groups. */
#include <stdlib.h>

#include "../core/fail.h"
#include "lexer.h"
#include "message.h"

typedef struct Group {
    Message *head, *tail;
    size_t first_argument;
} Group;

typedef struct Parser {
    const char *text;
    Symbol *label;
    Group *groups;
    size_t depth, group_cap;
    Message **arguments; /* of all open groups */
    size_t argument_count, argument_cap;
    Message *head, *tail;
    const Token *terminator; /* worth a message only if something follows */
} Parser;

static Message *node(Parser *p, Symbol *name, const Token *t)
{
    Message *m = message_new(name);
    m->label = p->label;
    m->line = t->line;
    m->character = t->end;
    return m;
}

static void append(Parser *p, Message *m)
{
    if (p->tail)
        message_set_next(p->tail, m);
    else
        p->head = m;
    p->tail = m;
    p->terminator = NULL;
}

static Message *symbol_message(Parser *p, const Token *t)
{
    const char *text = p->text + t->start;
    Symbol *name;
    if (t->length)
        name = symbol_of(text, t->length);
    else
        name = *text == '[' ? SYM(squareBrackets) : *text == '{' ? SYM(curlyBrackets) : SYM(empty);
    Message *m = node(p, name, t);
    switch ((TokenKind)t->kind) {
    case TOKEN_NUMBER:
        m->cached = decode_number(text, t->length);
        break;
    case TOKEN_HEX:
        m->cached = decode_hex(text, t->length);
        break;
    case TOKEN_MONO_QUOTE:
        m->cached = decode_text(text + 1, t->length - 2, true);
        break;
    case TOKEN_TRI_QUOTE:
        m->cached = decode_text(text + 3, t->length - 6, false);
        break;
    default:
        if (name == SYM(nil))
            m->cached = vm.nil;
        else if (t->length == 4 && memcmp(text, "true", 4) == 0)
            m->cached = vm.yes;
        else if (t->length == 5 && memcmp(text, "false", 5) == 0)
            m->cached = vm.no;
        break;
    }
    gc_wrote(m);
    return m;
}

static void start_chain(Parser *p)
{
    p->head = p->tail = NULL;
    p->terminator = NULL;
}

static void open_group(Parser *p)
{
    if (p->depth == p->group_cap) {
        p->group_cap = p->group_cap ? p->group_cap * 2 : 32;
        p->groups = realloc(p->groups, p->group_cap * sizeof *p->groups);
        if (!p->groups)
            fail_out_of_memory();
    }
    p->groups[p->depth++] = (Group){p->head, p->tail, p->argument_count};
    start_chain(p);
}

static void end_chain(Parser *p)
{
    if (p->head) {
        if (p->argument_count == p->argument_cap) {
            p->argument_cap = p->argument_cap ? p->argument_cap * 2 : 32;
            p->arguments = realloc(p->arguments, p->argument_cap * sizeof *p->arguments);
            if (!p->arguments)
                fail_out_of_memory();
        }
        p->arguments[p->argument_count++] = p->head;
    }
    start_chain(p);
}

static void close_group(Parser *p)
{
    Group g = p->groups[--p->depth];
    uint32_t count = (uint32_t)(p->argument_count - g.first_argument);
    if (count) {
        Array *args = array_new(count);
        for (uint32_t i = 0; i < count; i++)
            array_set(args, i, from_ref(p->arguments[g.first_argument + i]));
        message_set_args(g.tail, args);
        p->argument_count = g.first_argument;
    }
    p->head = g.head;
    p->tail = g.tail;
}

static char *copy_text(const char *text)
{
    char *copy = malloc(strlen(text) + 1);
    if (!copy)
        fail_out_of_memory();
    return strcpy(copy, text);
}

Message *parse(const char *text, size_t length, Symbol *label, bool shuffled, bool intrinsics, char **error)
{
    Parser p = {.text = text, .label = label};
    Tokens tokens = lex(text, length, intrinsics);
    *error = tokens.error;
    tokens.error = NULL;
    for (size_t i = 0; i < tokens.count && !*error; i++) {
        const Token *t = tokens.items + i;
        switch ((TokenKind)t->kind) {
        case TOKEN_TERMINATOR:
            if ((p.head || (p.depth && t->has_semicolon)) && !p.terminator)
                p.terminator = t;
            break;
        case TOKEN_OPEN:
            open_group(&p);
            break;
        case TOKEN_CLOSE:
            end_chain(&p);
            close_group(&p);
            break;
        case TOKEN_COMMA:
            if (p.depth)
                end_chain(&p);
            else
                *error = copy_text("unused tokens");
            break;
        default:
            if (p.terminator)
                append(&p, node(&p, SYM(semicolon), p.terminator));
            append(&p, symbol_message(&p, t));
            break;
        }
    }
    Message *chain = *error ? NULL : p.head;
    tokens_free(&tokens);
    free(p.groups);
    free(p.arguments);
    if (chain && shuffled && !shuffle(chain, error))
        return NULL;
    return chain;
}
