/* The program: runs a file or a text. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../exec/interp.h"
#include "../protos/table.h"
#include "host.h"
#include "protocol.h"
#include "snapshot.h"

static void show_uncaught(Value exception)
{
    Buffer b = {0};
    back_trace(object_of(exception), &b);
    emit(b.data, b.length);
    buffer_free(&b);
}

static int run(const char *text, size_t length, const char *label)
{
    char *error;
    Value result;
    Message *chain = parse(text, length, symbol_of_text(label), true, false, &error);
    if (error) {
        Buffer b = {0};
        buffer_format(&b, "\n  Exception: compile error: %s\n  ---------\n  nothing on stack\n", error);
        emit(b.data, b.length);
        buffer_free(&b);
        free(error);
    } else if (!machine_run(chain, from_ref(PROTO(Lobby)), PROTO(Lobby), &result) && vm.stop == STOP_RAISE) {
        show_uncaught(vm.stop_value);
    }
    host_flush();
    if (vm.ended == END_MEMORY)
        fputs("iovm: the limit of memory was reached\n", stderr);
    return vm.exit_code;
}

static int run_file(char **args, int count)
{
    Buffer text = {0};
    world_launch(args[0], true, args, count);
    if (!read_file(args[0], &text)) {
        printf("\n  Exception: unable to read file '%s'\n  ---------\n  nothing on stack\n", args[0]);
        return 0;
    }
    int code = run(text.data, text.length, args[0]);
    buffer_free(&text);
    return code;
}

static int run_text(char **args, int count)
{
    Buffer text = {0};
    for (int i = 1; i < count; i++) {
        if (i > 1)
            buffer_char(&text, ' ');
        buffer_text(&text, args[i]);
    }
    world_launch("doString", false, args, count);
    int code = run(text.data ? text.data : "", text.length, "doString");
    buffer_free(&text);
    return code;
}

static int guest_main(char **args, int count)
{
    if (count && strcmp(args[0], "--gc-stress") == 0) {
        vm.gc_stress = 1;
        vm.alloc_poll = vm.alloc_next;
        args++;
        count--;
    }
    if (count && strcmp(args[0], "serve") == 0) {
        serve_host();
        return 0;
    }
    if (count == 0) {
        puts("usage: iovm [--gc-stress] FILE [ARGUMENT...] | -e TEXT... | serve | --version");
        return 2;
    }
    world_begin();
    if (strcmp(args[0], "--version") == 0) {
        puts("Io Programming Language, v. 20260302 (IoLab guest)");
        return 0;
    }
    return strcmp(args[0], "-e") == 0 ? run_text(args, count) : run_file(args, count);
}

#ifndef __wasi__
int main(int count, char **args)
{
    world_ready();
    return guest_main(args + 1, count - 1) & 255;
}
#endif

#ifdef __wasi__
/* The export a host calls that passes no arguments: they are in the environment, IOVM_ARGC and IOVM_ARG0 ..., with the working directory in
   IOVM_CWD. */
__attribute__((export_name("run"))) void run_export(void)
{
    static char *args[256], empty[1];
    char name[32];
    world_ready(); /* the environment is this instance's now */
    const char *given = getenv("IOVM_ARGC");
    int count = given ? atoi(given) : 0;
    if (count > 256)
        count = 256;
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "IOVM_ARG%d", i);
        args[i] = getenv(name);
        if (!args[i])
            args[i] = empty;
    }
    const char *directory = getenv("IOVM_CWD");
    if (directory && chdir(directory) != 0)
        fputs("iovm: the working directory is not there\n", stderr);
    guest_main(args, count);
    host_flush();
}

/* The export for a host that speaks the protocol. */
__attribute__((export_name("serve"))) void serve_export(void)
{
    world_ready();
    serve_host();
}
#endif
