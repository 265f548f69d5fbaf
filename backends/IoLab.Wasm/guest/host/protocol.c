/* The guest's side of the protocol (docs/wasm.md): a session that a host asks to run programs and benchmarks. */
#include "protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../exec/limits.h"
#include "../protos/table.h"
#include "host.h"
#include "permission.h"
#include "pristine.h"
#include "run.h"
#include "wire.h"

static double slow_by; /* how much slower runs are made, as a fraction */
static int32_t cancelled;

/* ---- requests ---- */

static _Noreturn void give_up(const char *why)
{
    fprintf(stderr, "iovm: %s\n", why);
    _Exit(1);
}

/* The payload of a frame; false if the host has gone. */
static bool read_payload(uint32_t length)
{
    if (length > LONGEST_REQUEST)
        give_up("a request that is too long");
    return frame_bytes(kept->request, length);
}

/* The next request but those to cancel one: nothing else can be running now. */
static bool next_request(void)
{
    do {
        if (!frame_header(&kept->kind, &kept->length) || !read_payload(kept->length))
            return false;
    } while (kept->kind == WORD_CANCEL || kept->kind == WORD_INPUT || kept->kind == WORD_COMMAND_RAN);
    kept->number++;
    return true;
}

/* ---- the streams of a program ---- */

static void send_bytes(WordKind kind, const char *data, size_t length)
{
    frame_begin(kind);
    put_bytes(data, length);
    frame_send();
}

static void send_output(const char *data, size_t length) { send_bytes(WORD_OUTPUT, data, length); }
static void send_error(const char *data, size_t length) { send_bytes(WORD_ERROR, data, length); }

/* Sends what a program wants of the host and reads up to the payload of the answer. While it waits the host may also cancel it: false then. */
static bool ask(WordKind answer, uint32_t most, uint32_t *length)
{
    uint8_t kind;
    int32_t number;
    frame_send();
    while (frame_header(&kind, length)) {
        if (kind == answer && *length <= most)
            return true;
        if (kind != WORD_CANCEL || *length != sizeof number)
            give_up("a request while a program waits for an answer");
        if (!frame_bytes(&number, sizeof number))
            break;
        if (number == kept->number) {
            cancelled = number;
            end_run(END_CANCELLED);
            return false;
        }
    }
    _Exit(0); /* nobody listens any more */
}

static size_t ask_for_input(char *to, size_t size)
{
    uint32_t length;
    if (cancelled == kept->number)
        return 0;
    frame_begin(WORD_INPUT_WANTED);
    put_int((int32_t)size);
    return ask(WORD_INPUT, (uint32_t)size, &length) && frame_bytes(to, length) ? length : 0;
}

static void put_environment(void)
{
    int32_t count = 0;
    while (environ && environ[count])
        count++;
    put_int(count);
    for (int32_t i = 0; i < count; i++) {
        size_t name = strcspn(environ[i], "=");
        put_text(environ[i], name);
        put_text(environ[i] + name + 1, environ[i][name] ? strlen(environ[i] + name + 1) : 0);
    }
}

static char *bytes_of(Wire *w, size_t length)
{
    char *copy = malloc(length + 1);
    if (copy)
        memcpy(copy, w->at, length);
    w->at += length;
    return copy;
}

static bool ask_for_command(const char *text, size_t length, CommandOutcome *outcome)
{
    enum { LONGEST_OUTCOME = 160 << 20 };
    char directory[4096];
    uint32_t size;
    if (cancelled == kept->number)
        return false;
    const char *where = host_directory(directory, sizeof directory);
    host_flush();
    frame_begin(WORD_COMMAND_WANTED);
    put_text(text, length);
    put_text(where, strlen(where));
    put_environment();
    if (!ask(WORD_COMMAND_RAN, LONGEST_OUTCOME, &size))
        return false;
    uint8_t *payload = malloc(size);
    if (!payload)
        give_up("a command's output that is too long");
    if (!frame_bytes(payload, size))
        _Exit(0);
    Wire w = {payload, payload + size, false};
    bool has_run = wire_flag(&w);
    if (has_run) {
        outcome->exit_code = wire_int(&w);
        outcome->output_length = wire_count(&w, 1);
        outcome->output = bytes_of(&w, outcome->output_length);
        outcome->error_length = (size_t)(w.end - w.at);
        outcome->error = bytes_of(&w, outcome->error_length);
        has_run = !w.is_bad && outcome->output && outcome->error;
    }
    free(payload);
    return has_run;
}

static const HostStreams framed_streams = {send_output, send_error, ask_for_input};

/* ---- a session's options ---- */

static void skip_texts(Wire *w)
{
    for (uint32_t left = wire_count(w, 4); left; left--)
        free(wire_text(w, NULL));
}

static void read_environment(Wire *w)
{
#ifndef __wasi__
    clearenv();
#endif
    for (uint32_t left = wire_count(w, 8); left; left--) {
        char *name = wire_text(w, NULL), *value = wire_text(w, NULL);
        if (name[0])
            setenv(name, value, 1);
        free(name);
        free(value);
    }
}

static const char *start(Wire *w)
{
    enum { CLOCK_VIRTUAL = 1 };
    const double ticks_of_epoch = 621355968000000000.0;
    free(wire_text(w, NULL)); /* the name of the backend: there is one */
    host.has_virtual_clock = wire_int(w) == CLOCK_VIRTUAL;
    host.virtual_start = ((double)wire_long(w) - ticks_of_epoch) / 1e7;
    wire_long(w); /* the seed: nothing here is random */
    char *directory = wire_optional_text(w);
    host.permissions = wire_int(w);
    skip_texts(w); /* mutants and features: the host's side knows that there are none */
    skip_texts(w);
    wire_int(w); /* debug options of other machines */
    slow_by = wire_double(w);
    wire_flag(w); /* debugging: instrumented code */
    wire_flag(w); /* debugging: verified code */
    wire_flag(w); /* recorded slots: the host's side does not promise them */
    wire_flag(w); /* that there are live streams: all are */
    wire_flag(w);
    if (wire_flag(w))
        return "the guest records no traces";
    read_environment(w);
    if (w->is_bad || w->at != w->end)
        return "options that cannot be read";
    host.streams = framed_streams;
    host.command = ask_for_command;
    host.has_virtual_clock |= !(host.permissions & PERMIT_CLOCK);
    host.really_waits = !host.has_virtual_clock;
    host.directory = directory && host.permissions & PERMIT_FILES ? directory : "/";
    if (host.permissions & PERMIT_FILES && chdir(host.directory) != 0)
        return "the working directory is not there";
    apply_permissions();
    return NULL;
}

/* ---- programs and limits ---- */

static void read_program(Wire *w, Program *p)
{
    *p = (Program){0};
    p->source = wire_text(w, &p->length);
    p->label = wire_text(w, NULL);
    p->args_count = (int)wire_count(w, 4);
    p->args = calloc((size_t)p->args_count + 1, sizeof *p->args);
    for (int i = 0; i < p->args_count; i++)
        p->args[i] = wire_text(w, NULL);
    free(wire_text(w, NULL)); /* standard input: the program asks for it */
    p->is_file = wire_flag(w);
}

static void free_program(Program *p)
{
    for (int i = 0; i < p->args_count; i++)
        free(p->args[i]);
    free(p->args);
    free(p->source);
    free(p->label);
}

static void read_limits(Wire *w)
{
    int64_t ticks = wire_long(w);
    wire_long(w); /* steps are not counted */
    int64_t memory = wire_long(w), output = wire_long(w);
    int32_t frames = wire_int(w);
    const uint64_t most = (uint64_t)3 << 30;
    uint64_t used = gc_heap_bytes();
    vm.deadline = ticks >= 0 ? host_monotonic() + (double)ticks / 1e7 : 0;
    vm.memory_limit = memory >= 0 && (uint64_t)memory < most - used ? used + (uint64_t)memory : most;
    host.output_limit = output >= 0 ? (uint64_t)output : 0;
    vm.frame_limit = frames > 0 ? (uint32_t)frames : 1;
}

/* ---- answers ---- */

static void put_counter(const char *name, uint64_t value)
{
    put_text(name, strlen(name));
    put_long((int64_t)value);
}

static void put_result(const Ran *r)
{
    put_int(r->outcome);
    put_text("", 0);
    put_text("", 0);
    put_int(vm.exit_code);
    put_flag(vm.ended == END_EXIT);
    put_optional_text(r->printed.data, r->printed.length, r->has_printed);
    put_optional_text(r->detail, r->detail ? strlen(r->detail) : 0, r->detail != NULL);
    put_double((double)r->nanoseconds);
    put_flag(r->has_exception);
    if (r->has_exception) {
        put_text(r->type.data, r->type.length);
        put_text(r->message.data, r->message.length);
        put_text(r->trace.data, r->trace.length);
    }
    put_int(3);
    put_counter("gc.minor", gc_minor_count());
    put_counter("gc.major", gc_major_count());
    put_counter("gc.oldBytes", gc_heap_bytes());
    put_flag(false); /* no trace, no events, edges or slots */
    put_int(0);
    put_int(0);
    put_int(0);
}

static void fault(const char *why)
{
    frame_begin(WORD_FAULT);
    put_text(why, strlen(why));
    frame_send();
}

static void answer_ran(WordKind kind, Ran *r)
{
    host_flush();
    fflush(NULL);
    if (vm.ended == END_CANCELLED) {
        frame_begin(WORD_CANCELLED);
    } else {
        frame_begin(kind);
        put_result(r);
    }
    frame_send();
    ran_free(r);
}

static void done_with(bool is_done)
{
    if (!is_done) {
        fault("a request that cannot be read");
        return;
    }
    frame_begin(WORD_DONE);
    frame_send();
}

/* Busy work in proportion: it proves that a gate sees slower machines. */
static void slow_down(Ran *r)
{
    int64_t until = host_nanoseconds() + (int64_t)((double)r->nanoseconds * slow_by);
    int64_t begin = host_nanoseconds();
    while (slow_by > 0 && host_nanoseconds() < until) {
    }
    if (slow_by > 0)
        r->nanoseconds += host_nanoseconds() - begin;
}

static void run(Wire *w, bool is_benchmark)
{
    Program p;
    Ran r;
    read_program(w, &p);
    read_limits(w);
    if (w->is_bad || w->at != w->end) {
        fault("a program that cannot be read");
    } else {
        r = is_benchmark ? run_with_setup(&p) : run_program(&p);
        slow_down(&r);
        if (is_benchmark && r.outcome == OUTCOME_COMPLETED && vm.ended == END_NONE) {
            host_flush();
            done_with(true);
            ran_free(&r);
        } else {
            answer_ran(is_benchmark ? WORD_FAILED : WORD_RESULT, &r);
        }
    }
    free_program(&p);
}

static void measure(Wire *w)
{
    int64_t iterations = wire_long(w);
    read_limits(w);
    if (w->is_bad || w->at != w->end) {
        fault("a measurement that cannot be read");
        return;
    }
    Ran r = run_iterations(iterations);
    slow_down(&r);
    if (r.outcome != OUTCOME_COMPLETED || vm.ended != END_NONE || !r.has_printed) {
        if (r.outcome == OUTCOME_COMPLETED && vm.ended == END_NONE) {
            r.outcome = OUTCOME_RAISED;
            r.detail = "the result's asString is no text, or raised";
        }
        answer_ran(WORD_FAILED, &r);
        return;
    }
    host_flush();
    frame_begin(WORD_SAMPLE);
    put_long(iterations);
    put_double((double)r.nanoseconds);
    put_flag(false);
    put_long(0);
    put_text(r.printed.data, r.printed.length);
    put_flag(false);
    put_long(0);
    frame_send();
    ran_free(&r);
}

/* ---- the loop ---- */

static bool begins_anew(uint8_t kind) { return kind == WORD_RESET || kind == WORD_RUN_AFRESH || kind == WORD_PREPARE; }

static void answer(void)
{
    Wire w = {kept->request, kept->request + kept->length, false};
    switch (kept->kind) {
    case WORD_RUN:
        run(&w, false);
        break;
    case WORD_RESET:
        done_with(!wire_flag(&w) && !w.is_bad); /* no canary: what a reset puts back is the whole memory */
        break;
    case WORD_RUN_AFRESH:
        if (wire_flag(&w))
            fault("the guest has no canary");
        else
            run(&w, false);
        break;
    case WORD_PREPARE:
        run(&w, true);
        break;
    case WORD_SETTLE:
        run_collection();
        done_with(true);
        break;
    case WORD_MEASURE:
        measure(&w);
        break;
    case WORD_RELEASE:
        done_with(true);
        break;
    default:
        fault("a request of an unknown kind");
        break;
    }
}

static void serve(void)
{
    for (;;) {
        if (!kept->is_pending && !next_request()) {
            kept->is_ended = true;
            return;
        }
        kept->is_pending = begins_anew(kept->kind) && !kept->is_pristine;
        if (kept->is_pending) {
            close_files();
            return;
        }
        kept->is_pristine = false;
        answer();
    }
}

static void greet(void)
{
    frame_begin(WORD_HELLO);
    put_int(PROTOCOL_MAGIC);
    put_int(PROTOCOL_VERSION);
    frame_send();
}

void serve_host(void)
{
    kept->request = malloc(LONGEST_START);
    greet();
    if (!frame_header(&kept->kind, &kept->length))
        return;
    if (!kept->request || kept->kind != WORD_START || kept->length > LONGEST_START)
        give_up("the first request is no start");
    if (!frame_bytes(kept->request, kept->length))
        return;
    kept->number++;
    Wire w = {kept->request, kept->request + kept->length, false};
    const char *refusal = start(&w);
    free(kept->request);
    if (refusal) {
        frame_begin(WORD_REFUSED);
        put_text(refusal, strlen(refusal));
        frame_send();
        return;
    }
    world_begin();
    done_with(true);
    pristine_loop(serve);
}
