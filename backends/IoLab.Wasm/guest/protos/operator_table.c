/* OperatorTable, Compiler (io-language 2.7, 5.16). */
#include <stdio.h>
#include <stdlib.h>

#include "../core/number.h"
#include "../lang/lexer.h"
#include "table.h"

/* ---- OperatorTable ---- */

static const struct {
    const char *name;
    int level;
} operators[] = {
    {"?", 0}, {"@", 0}, {"@@", 0}, {"**", 1}, {"*", 2}, {"/", 2}, {"%", 2}, {"+", 3}, {"-", 3}, {"<<", 4}, {">>", 4}, {"<", 5}, {"<=", 5}, {">", 5},
    {">=", 5}, {"==", 6}, {"!=", 6}, {"&", 7}, {"^", 8}, {"|", 9}, {"and", 10}, {"&&", 10}, {"or", 11}, {"||", 11}, {"..", 12}, {"+=", 13}, {"-=", 13},
    {"*=", 13}, {"/=", 13}, {"%=", 13}, {"&=", 13}, {"^=", 13}, {"|=", 13}, {"<<=", 13}, {">>=", 13}, {"return", 14},
};

int operator_level(const Symbol *name)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (strcmp(operators[i].name, name->text) == 0)
            return operators[i].level;
    }
    return -1;
}

static Value table_in(Value self, Symbol *name)
{
    Value v;
    return get_slot(self, name, &v) ? v : vm.nil;
}

static Value add_operator(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    Map *m = as_map(table_in(self, SYM(operators)));
    if (m)
        map_put(m, name, is_num(arg(a, 1)) ? arg(a, 1) : from_num(0));
    return self;
}

static Value add_assign_operator(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0), *message = name ? arg_symbol(a, 1) : NULL;
    if (!message)
        return vm.unwind;
    Map *m = as_map(table_in(self, SYM(assignOperators)));
    if (m)
        map_put(m, name, symbol_value(message));
    return self;
}

static Value reverse_assign_operators(Value self, Args a)
{
    (void)a;
    Map *m = as_map(table_in(self, SYM(assignOperators))), *made = map_new();
    for (uint32_t i = 0; m && i < m->used; i++) {
        Symbol *key;
        Value v;
        if (map_entry(m, i, &key, &v) && as_seq(v))
            map_put(made, symbol_of_seq(as_seq(v)), symbol_value(key));
    }
    return from_ref(made);
}

/* ---- shown ---- */

typedef struct Line {
    double level;
    Symbol *name;
} Line;

static int by_level_and_name(const void *a, const void *b)
{
    const Line *x = a, *y = b;
    return x->level != y->level ? (x->level > y->level) - (x->level < y->level) : strcmp(x->name->text, y->name->text);
}

/* The entries of a table in order; assign operators have no levels. The caller frees them. */
static Line *lines_of(const Map *m, bool has_levels, uint32_t *count)
{
    Line *lines = malloc(((m ? m->used : 0) + 1) * sizeof *lines);
    *count = 0;
    for (uint32_t i = 0; lines && m && i < m->used; i++) {
        Symbol *name;
        Value v;
        if (map_entry(m, i, &name, &v) && (!has_levels || is_num(v)))
            lines[(*count)++] = (Line){has_levels ? num_of(v) : 0, name};
    }
    if (lines)
        qsort(lines, *count, sizeof *lines, by_level_and_name);
    return lines;
}

static Value as_string(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    uint32_t count;
    Seq *name = plain_text(self, SYM(asSimpleString));
    Text t = {"OperatorTable", strlen("OperatorTable"), NULL};
    if (name)
        t = seq_utf8(name);
    buffer_add(&b, t.data, t.length);
    text_free(&t);
    buffer_text(&b, ":\nOperators");
    Line *lines = lines_of(as_map(table_in(self, SYM(operators))), true, &count);
    for (uint32_t i = 0; i < count; i++) {
        char level[NUMBER_TEXT_MAX];
        level[number_text(lines[i].level, level)] = 0;
        if (i == 0 || lines[i].level != lines[i - 1].level)
            buffer_format(&b, "\n  %-4s%s", level, lines[i].name->text);
        else
            buffer_format(&b, " %s", lines[i].name->text);
    }
    free(lines);
    buffer_text(&b, "\n\nAssign Operators\n");
    Map *assign = as_map(table_in(self, SYM(assignOperators)));
    lines = lines_of(assign, false, &count);
    for (uint32_t i = 0; i < count; i++) {
        Value message;
        Seq *setter = map_get(assign, lines[i].name, &message) ? as_seq(resolve(message)) : NULL;
        buffer_format(&b, "  %-4s%s\n", lines[i].name->text, setter ? symbol_of_seq(setter)->text : "");
    }
    free(lines);
    buffer_text(&b, "\nA new operator: OperatorTable addOperator(\"+\", 4), and a slot + on its left side.\n"
                    "A new assign operator: OperatorTable addAssignOperator(\"=\", \"updateSlot\"), and a slot updateSlot.\n");
    return from_ref(seq_from_buffer(&b));
}

static void make_operator_table(Object *self)
{
    Map *m = map_new(), *assign = map_new();
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        map_put(m, symbol_of_text(operators[i].name), from_num(operators[i].level));
    map_put(assign, symbol_of_text(":="), symbol_value(SYM(setSlot)));
    map_put(assign, symbol_of_text("::="), symbol_value(SYM(newSlot)));
    map_put(assign, symbol_of_text("="), symbol_value(SYM(updateSlot)));
    data(self, "type", text_value("OperatorTable"));
    data(self, "operators", from_ref(m));
    data(self, "assignOperators", from_ref(assign));
    data(self, "precedenceLevelCount", from_num(32));
    data(PROTO(Message), "OperatorTable", from_ref(self));
}

static Prim operator_table_prims[] = {
    EAGER("asString", as_string), EAGER("addOperator", add_operator), EAGER("addAssignOperator", add_assign_operator), EAGER("reverseAssignOperators", reverse_assign_operators),
};

/* ---- Compiler ---- */

static Value tokens_for_string(Value self, Args a)
{
    (void)self;
    Seq *s = arg_seq(a, 0);
    if (!s)
        return vm.unwind;
    Text t = seq_utf8(s);
    Tokens tokens = lex(t.data, t.length, false);
    Value answer;
    if (tokens.error) {
        answer = raise_error(a.message, "compile error: %s", tokens.error);
    } else {
        List *l = list_new((uint32_t)tokens.count);
        for (size_t i = 0; i < tokens.count; i++) {
            Token *k = tokens.items + i;
            Object *o = object_new(shape_of_clones(PROTO(Object)));
            const char *implied = t.data[k->start] == '[' ? "squareBrackets" : t.data[k->start] == '{' ? "curlyBrackets" : "";
            set_slot(o, SYM(name), k->kind == TOKEN_TERMINATOR ? text_value(";") : k->length ? text_value_n(t.data + k->start, k->length) : text_value(implied));
            set_slot(o, SYM(type), text_value(token_kind_name((TokenKind)k->kind)));
            set_slot(o, symbol_of_text("line"), from_num(k->line));
            set_slot(o, symbol_of_text("character"), from_num(k->end));
            list_append(l, from_ref(o));
        }
        answer = from_ref(l);
    }
    tokens_free(&tokens);
    text_free(&t);
    return answer;
}

static Value message_for(Args a, bool shuffled)
{
    Seq *s = arg_seq(a, 0), *label = as_seq(arg(a, 1));
    if (!s)
        return vm.unwind;
    Text t = seq_utf8(s);
    Message *chain;
    Value v = run_parse(t.data, t.length, label ? symbol_of_seq(label) : a.message->label, a.message, shuffled, &chain);
    text_free(&t);
    return v == vm.unwind ? v : chain ? from_ref(chain) : from_ref(message_new(SYM(nil)));
}

static Value message_for_string(Value self, Args a)
{
    (void)self;
    return message_for(a, true);
}

static Value message_for_string2(Value self, Args a)
{
    (void)self;
    return message_for(a, false);
}

static Prim compiler_prims[] = {
    EAGER("tokensForString", tokens_for_string), EAGER("messageForString", message_for_string), EAGER("messageForString2", message_for_string2),
};

static void make_compiler(Object *self) { data(self, "type", text_value("Compiler")); }

const Proto operator_table_protos[] = {
    {"OperatorTable", NULL, K_ANY, false, TABLE(operator_table_prims), make_operator_table},
    {"Compiler", NULL, K_ANY, false, TABLE(compiler_prims), make_compiler},
};
