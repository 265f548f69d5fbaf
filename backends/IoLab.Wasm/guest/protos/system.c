/* System (io-language 5.16). */
#include <stdio.h>
#include <stdlib.h>

#include "../exec/limits.h"
#include "../host/host.h"
#include "table.h"

static Value system_exit(Value self, Args a)
{
    (void)self;
    Value code = arg(a, 0);
    double d = is_num(code) ? num_of(code) : 0;
    vm.exit_code = d > -2147483648.0 && d < 2147483648.0 ? (int)d & 0xFF : 0;
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

static bool run_shell(Args a, CommandOutcome *outcome)
{
    Seq *command = arg_seq(a, 0);
    if (!command)
        return false;
    Text t = seq_utf8(command);
    bool has_run = host.command && host.command(t.data, t.length, outcome);
    if (!has_run && !limit_reached())
        raise_error(a.message, "unable to run '%.*s'", (int)t.length, t.data);
    text_free(&t);
    return has_run;
}

static void free_outcome(CommandOutcome *outcome)
{
    free(outcome->output);
    free(outcome->error);
}

static Value system_command(Value self, Args a)
{
    (void)self;
    CommandOutcome outcome = {0};
    if (run_shell(a, &outcome)) {
        emit(outcome.output, outcome.output_length);
        host_complain(outcome.error, outcome.error_length);
    }
    free_outcome(&outcome);
    return vm.stop ? vm.unwind : from_num(outcome.exit_code);
}

static Value bytes_value(const char *bytes, size_t count)
{
    Seq *s = seq_new(ITEM_UINT8, ENC_ASCII, (uint32_t)count, true);
    if (count)
        memcpy(seq_data(s), bytes, count);
    return from_ref(s);
}

static Value run_command(Value self, Args a)
{
    (void)self;
    double success = 0;
    CommandOutcome outcome = {0};
    if ((a.count > 1 && !arg_num(a, 1, &success)) || !run_shell(a, &outcome)) {
        free_outcome(&outcome);
        return vm.unwind;
    }
    Object *result = object_clone(PROTO(Object));
    set_slot(result, symbol_of_text("exitStatus"), from_num(outcome.exit_code));
    set_slot(result, symbol_of_text("succeeded"), bool_value(outcome.exit_code == success));
    set_slot(result, symbol_of_text("failed"), bool_value(outcome.exit_code != success));
    set_slot(result, symbol_of_text("stdout"), bytes_value(outcome.output, outcome.output_length));
    set_slot(result, symbol_of_text("stderr"), bytes_value(outcome.error, outcome.error_length));
    free_outcome(&outcome);
    return from_ref(result);
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
    EAGER("setEnvironmentVariable", set_environment), EAGER("system", system_command), EAGER("runCommand", run_command), EAGER("daemon", no_daemon),
    EAGER("symbols", symbols), EAGER("getOptions", get_options),
    EAGER("platform", platform), EAGER("platformVersion", platform), EAGER("thisProcessPid", one), EAGER("errorNumber", error_number),
    EAGER("activeCpus", one), EAGER("setLobby", object_self), EAGER("maxRecycledObjects", zero), EAGER("setMaxRecycledObjects", object_self),
    EAGER("recycledObjectCount", zero),
};

const Proto system_proto = {"System", NULL, K_ANY, false, TABLE(system_prims), make_system};
