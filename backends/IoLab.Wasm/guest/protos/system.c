/* System (io-language 5.16). */
#include <stdio.h>
#include <stdlib.h>

#include "../host/host.h"
#include "table.h"

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

static Value no_daemon(Value self, Args a)
{
    (void)self;
    return raise_error(a.message, "daemon is not supported.");
}

static void add_symbol(Symbol *s, void *context)
{
    if (s->text[0] != '`')
        list_append(context, symbol_value(s));
}

/* All names known so far. */
static Value symbols(Value self, Args a)
{
    (void)self;
    (void)a;
    List *l = list_new(0);
    symbols_each(add_symbol, l);
    return from_ref(l);
}

/* Words as a map: --name=value and name. */
static Value get_options(Value self, Args a)
{
    (void)self;
    List *words = arg_list(a, 0);
    if (!words)
        return vm.unwind;
    Map *m = map_new();
    for (uint32_t i = 0; i < words->count; i++) {
        Seq *word = as_seq(resolve(list_at(words, i)));
        if (!word)
            continue;
        const char *text = symbol_of_seq(word)->text;
        text += strncmp(text, "--", 2) == 0 ? 2 : 0;
        size_t length = strcspn(text, "=");
        map_put(m, symbol_of(text, length), text_value(text[length] ? text + length + 1 : ""));
    }
    return from_ref(m);
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
    EAGER("setEnvironmentVariable", set_environment), EAGER("system", no_system), EAGER("runCommand", no_system), EAGER("daemon", no_daemon), EAGER("symbols", symbols), EAGER("getOptions", get_options),
    EAGER("platform", platform), EAGER("platformVersion", platform), EAGER("thisProcessPid", one), EAGER("errorNumber", error_number),
    EAGER("activeCpus", one), EAGER("setLobby", object_self), EAGER("maxRecycledObjects", zero), EAGER("setMaxRecycledObjects", object_self),
    EAGER("recycledObjectCount", zero),
};

const Proto system_proto = {"System", NULL, K_ANY, false, TABLE(system_prims), make_system};
