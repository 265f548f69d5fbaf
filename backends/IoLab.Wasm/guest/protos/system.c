/* System, OperatorTable, Compiler, Collector, WeakLink, the Lobby (io-language 2.7, 5.16, 5.18). */
#include <stdio.h>
#include <stdlib.h>

#include "../exec/call.h"
#include "../host/host.h"
#include "../lang/lexer.h"
#include "table.h"

/* ---- System ---- */

static Value system_exit(Value self, Args a)
{
    (void)self;
    Value code = arg(a, 0);
    double d = is_num(code) ? num_of(code) : 0;
    vm.exit_code = d == d && d > -2147483648.0 && d < 2147483648.0 ? (int)d : 0;
    vm.ended = END_EXIT;
    return stop_with(STOP_ABORT, vm.nil);
}

static Value system_sleep(Value self, Args a)
{
    double seconds;
    if (!arg_num(a, 0, &seconds))
        return vm.unwind;
    host_sleep(seconds);
    return self;
}

static Value get_environment(Value self, Args a)
{
    (void)self;
    Symbol *name = arg_symbol(a, 0);
    if (!name)
        return vm.unwind;
    const char *text = getenv(name->text);
    return text ? text_value(text) : vm.nil;
}

static Value set_environment(Value self, Args a)
{
    Symbol *name = arg_symbol(a, 0), *value = name ? arg_symbol(a, 1) : NULL;
    if (!value)
        return vm.unwind;
    setenv(name->text, value->text, 1);
    return self;
}

static Value platform(Value self, Args a)
{
    (void)self;
    (void)a;
    return text_value("wasm");
}

static Value zero(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(0);
}

static Value one(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(1);
}

static Value no_system(Value self, Args a)
{
    (void)self;
    return raise_error(a.message, "System %s is not supported on WASM", a.message->name->text);
}

static Value error_number(Value self, Args a)
{
    (void)self;
    (void)a;
    return text_value("Success");
}

static void make_system(Object *self)
{
    data(self, "type", text_value("System"));
    data(self, "args", list_of(NULL, 0));
    data(self, "launchScript", vm.nil);
    data(self, "launchPath", text_value("."));
    data(self, "version", text_value("20260302"));
    data(self, "iovmName", text_value("iolab"));
    data(self, "iospecVersion", text_value("0.1.0"));
    data(self, "installPrefix", text_value("/usr/local"));
}

static Prim system_prims[] = {
    EAGER("exit", system_exit), EAGER("sleep", system_sleep), EAGER("getEnvironmentVariable", get_environment),
    EAGER("setEnvironmentVariable", set_environment), EAGER("system", no_system), EAGER("runCommand", no_system), EAGER("daemon", no_system),
    EAGER("platform", platform), EAGER("platformVersion", platform), EAGER("thisProcessPid", one), EAGER("errorNumber", error_number),
    EAGER("activeCpus", one), EAGER("setLobby", object_self), EAGER("maxRecycledObjects", zero), EAGER("setMaxRecycledObjects", object_self),
    EAGER("recycledObjectCount", zero),
};

const Proto system_proto = {"System", NULL, K_ANY, false, TABLE(system_prims), make_system};

/* ---- OperatorTable ---- */

static const struct {
    const char *name;
    int level;
} operators[] = {
    {"?", 0}, {"@", 0}, {"@@", 0}, {"**", 1}, {"*", 2}, {"/", 2}, {"%", 2}, {"+", 3}, {"-", 3}, {"<<", 4}, {">>", 4}, {"<", 5}, {"<=", 5}, {">", 5},
    {">=", 5}, {"==", 6}, {"!=", 6}, {"&", 7}, {"^", 8}, {"|", 9}, {"and", 10}, {"&&", 10}, {"or", 11}, {"||", 11}, {"..", 12}, {"+=", 13}, {"-=", 13},
    {"*=", 13}, {"/=", 13}, {"%=", 13}, {"&=", 13}, {"^=", 13}, {"|=", 13}, {"<<=", 13}, {">>=", 13}, {"return", 14},
};

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
    EAGER("addOperator", add_operator), EAGER("addAssignOperator", add_assign_operator), EAGER("reverseAssignOperators", reverse_assign_operators),
};

const Proto operator_table_proto = {"OperatorTable", NULL, K_ANY, false, TABLE(operator_table_prims), make_operator_table};

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

const Proto compiler_proto = {"Compiler", NULL, K_ANY, false, TABLE(compiler_prims), make_compiler};

/* ---- Collector, WeakLink ---- */

static Request collector_collect(Control *c) { return ctl_state(c) ? done(c, from_num(gc_last_freed())) : collect(c, 1); }

static void make_collector(Object *self) { data(self, "type", text_value("Collector")); }

static Prim collector_prims[] = {CONTROL("collect", collector_collect)};

const Proto collector_proto = {"Collector", NULL, K_ANY, false, TABLE(collector_prims), make_collector};

static Value set_link(Value self, Args a)
{
    Data *d = ref_of(self);
    d->field[0] = arg(a, 0);
    gc_wrote(d);
    return self;
}

static Value get_link(Value self, Args a)
{
    (void)a;
    return ((Data *)ref_of(self))->field[0];
}

static Prim weak_link_prims[] = {EAGER("setLink", set_link), EAGER("link", get_link)};

const Proto weak_link_proto = {"WeakLink", NULL, K_WEAKLINK, false, TABLE(weak_link_prims), NULL};

/* ---- the Lobby ---- */

static Request lobby_forward(Control *c)
{
    Message *m = ctl_message(c);
    Value self = ctl_self(c);
    return raise_request(c, "%s does not respond to '%s'", type_name(self), m->name->text);
}

static Request lobby_exit(Control *c) { return done(c, vm.nil); }

static Prim lobby_prims[] = {CONTROL_TAKES("forward", lobby_forward, STOP_RETURN), CONTROL("exit", lobby_exit)};

const Proto lobby_proto = {"Lobby", NULL, K_ANY, false, TABLE(lobby_prims), NULL};
