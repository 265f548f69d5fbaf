#include "run.h"

#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/interp.h"
#include "../exec/unwind.h"
#include "../protos/table.h"
#include "host.h"

/* What is needed again after more code has run: collections move it. */
static Value held;

static void hold(Value v)
{
    static bool is_known;
    if (!is_known)
        gc_root(&held);
    is_known = true;
    held = v;
}

void ran_free(Ran *r)
{
    buffer_free(&r->printed);
    buffer_free(&r->type);
    buffer_free(&r->message);
    buffer_free(&r->trace);
}

/* What a value answers to a text message; false when that is no text. */
static bool text_of(Value v, Symbol *name, Buffer *to)
{
    Value answer;
    End ended = (End)vm.ended;
    vm.ended = END_NONE;
    bool is_text = machine_run(ask_message(name, NULL), v, PROTO(Lobby), &answer) && as_seq(answer) && vm.ended == END_NONE;
    if (is_text) {
        Text t = seq_utf8(as_seq(answer));
        buffer_add(to, t.data, t.length);
        text_free(&t);
    }
    if (ended != END_NONE)
        vm.ended = (uint8_t)ended;
    return is_text;
}

static void note_ended(Ran *r)
{
    static const struct {
        Outcome outcome;
        const char *detail;
    } ends[] = {
        [END_EXIT] = {OUTCOME_COMPLETED, NULL},
        [END_TIME] = {OUTCOME_TIMED_OUT, "the limit of time was reached"},
        [END_OUTPUT] = {OUTCOME_OUTPUT_LIMIT, "the limit of output was reached"},
        [END_MEMORY] = {OUTCOME_OUT_OF_MEMORY, "the limit of memory was reached"},
        [END_CANCELLED] = {OUTCOME_COMPLETED, NULL},
    };
    r->outcome = ends[vm.ended].outcome;
    r->detail = ends[vm.ended].detail;
}

static void note_exception(Ran *r, Value exception)
{
    Value error;
    hold(exception);
    r->outcome = OUTCOME_RAISED;
    r->has_exception = true;
    back_trace(object_of(exception), &r->trace);
    buffer_text(&r->type, type_name(exception));
    if (get_slot(held, SYM(error), &error) && as_seq(error)) {
        Text t = seq_utf8(as_seq(error));
        buffer_add(&r->message, t.data, t.length);
        text_free(&t);
    } else {
        text_of(get_slot(held, SYM(error), &error) ? error : vm.nil, SYM(asString), &r->message);
    }
}

static void note_syntax(Ran *r, char *error)
{
    r->outcome = OUTCOME_SYNTAX_ERROR;
    r->has_exception = true;
    buffer_text(&r->type, "Exception");
    buffer_format(&r->message, "compile error: %s", error);
    buffer_format(&r->trace, "\n  Exception: compile error: %s\n  ---------\n  nothing on stack\n", error);
    free(error);
}

/* Runs a text; `printed` is what its value says to the message. */
static Ran run_text(const char *text, size_t length, const char *label, Symbol *message)
{
    Ran r = {.outcome = OUTCOME_COMPLETED};
    char *error;
    Value value = vm.nil;
    vm.ended = END_NONE;
    vm.exit_code = 0;
    Message *chain = parse(text, length, symbol_of_text(label), true, false, &error);
    if (error) {
        note_syntax(&r, error);
        return r;
    }
    int64_t begin = host_nanoseconds();
    bool is_done = machine_run(chain, from_ref(PROTO(Lobby)), PROTO(Lobby), &value);
    r.nanoseconds = host_nanoseconds() - begin;
    if (vm.ended != END_NONE) {
        note_ended(&r);
    } else if (!is_done) {
        note_exception(&r, vm.stop_value);
    } else {
        hold(value);
        r.has_printed = text_of(value, message, &r.printed);
    }
    held = vm.nil;
    return r;
}

Ran run_program(const Program *p)
{
    host_begin_run();
    world_launch(p->label, p->is_file, p->args, p->args_count);
    return run_text(p->source, p->length, p->label, SYM(asSimpleString));
}

static Buffer benchmark_label;

Ran run_with_setup(const Program *p)
{
    Buffer text = {0};
    buffer_add(&text, p->source, p->length);
    buffer_text(&text, "\nbenchmark setup\n");
    buffer_add(&benchmark_label, p->label, strlen(p->label) + 1);
    host_begin_run();
    world_launch(p->label, p->is_file, p->args, p->args_count);
    Ran r = run_text(text.data, text.length, p->label, SYM(asSimpleString));
    buffer_free(&text);
    return r;
}

Ran run_iterations(int64_t iterations)
{
    Buffer text = {0};
    buffer_format(&text, "benchmark run(%lld)", (long long)iterations);
    host_begin_run();
    Ran r = run_text(text.data, text.length, benchmark_label.data ? benchmark_label.data : "", SYM(asString));
    buffer_free(&text);
    return r;
}

void run_collection(void)
{
    static const char text[] = "Collector collect";
    Ran r = run_text(text, sizeof text - 1, "", SYM(asString));
    ran_free(&r);
}
