/* Sandbox: evaluates text in a fresh world (io-language 5.18): the one a reset goes back to. This world is put away meanwhile. */
#include <stdlib.h>

#include "../exec/interp.h"
#include "../exec/limits.h"
#include "../host/host.h"
#include "../host/pristine.h"
#include "table.h"

static Data *of(Value self) { return ref_of(self); }

static Value message_count(Value self, Args a)
{
    (void)a;
    return of(self)->field[0];
}

static Value time_limit(Value self, Args a)
{
    (void)a;
    return of(self)->field[1];
}

static Value set(Value self, Args a, int i)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    of(self)->field[i] = from_num(d);
    gc_wrote_number(of(self));
    return self;
}

static Value set_message_count(Value self, Args a) { return set(self, a, 0); }
static Value set_time_limit(Value self, Args a) { return set(self, a, 1); }

/* ---- what lies between the two worlds ---- */

typedef struct Between {
    double message_count, time_limit, deadline, number;
    bool is_number, is_seq, is_mutable, is_own_end;
    uint8_t ended, type, encoding;
    int exit_code;
    uint32_t count;   /* items */
    uint32_t length;  /* bytes behind this */
    uint8_t data[];
} Between;

enum { MOST_BYTES = LONGEST_REQUEST - sizeof(Between) };

typedef struct Asking {
    Seq *text;
    Value self, result;
} Asking;

static void prepare(uint8_t *between, void *context)
{
    Between *b = (Between *)(void *)between;
    Asking *asking = context;
    Text t = seq_utf8(asking->text);
    *b = (Between){.message_count = num_of(of(asking->self)->field[0]), .time_limit = num_of(of(asking->self)->field[1]), .deadline = vm.deadline};
    b->length = t.length < MOST_BYTES ? (uint32_t)t.length : 0;
    memcpy(b->data, t.data, b->length);
    text_free(&t);
    host_flush();
}

/* In the other world. A collection at every safepoint is how its limits are looked at often enough. */
static void limit(const Between *b)
{
    double own = b->time_limit > 0 && b->time_limit < 1e6 ? host_monotonic() + b->time_limit : 0;
    vm.deadline = own != 0 && (b->deadline == 0 || own < b->deadline) ? own : b->deadline;
    vm.safepoint_limit = b->message_count > 0 ? b->message_count + 1 : 0;
    if (own != 0 || b->message_count > 0) {
        vm.gc_stress = 1;
        vm.alloc_poll = vm.alloc_next;
    }
}

static void keep(Between *b, Value v)
{
    Seq *s = as_seq(v);
    b->is_number = is_num(v);
    b->number = is_num(v) ? num_of(v) : 0;
    b->is_seq = s && seq_bytes(s) < MOST_BYTES;
    if (!b->is_seq)
        return;
    b->is_mutable = seq_is_mutable(s);
    b->type = s->type;
    b->encoding = s->encoding;
    b->count = s->count;
    b->length = (uint32_t)seq_bytes(s);
    if (b->length)
        memcpy(b->data, seq_data(s), b->length);
}

static void run(uint8_t *between)
{
    Between *b = (Between *)(void *)between;
    Message *chain;
    Value value = vm.nil;
    vm.ended = END_NONE;
    world_launch("doString", false, NULL, 0);
    limit(b);
    bool is_done = run_parse((const char *)b->data, b->length, SYM(doString), NULL, true, &chain) != vm.unwind
        && machine_run(chain, from_ref(PROTO(Lobby)), PROTO(Lobby), &value);
    b->ended = vm.ended;
    b->exit_code = vm.exit_code;
    b->is_own_end = vm.ended == END_TIME && (b->deadline == 0 || host_monotonic() < b->deadline);
    if (is_done && vm.ended == END_NONE) {
        keep(b, resolve(value));
    } else if (vm.ended == END_NONE && vm.stop == STOP_RAISE && is_ref(vm.stop_value)) {
        Buffer trace = {0};
        back_trace(object_of(vm.stop_value), &trace);
        emit(trace.data, trace.length);
    }
    host_flush();
    close_files();
}

static void bring_back(const uint8_t *between, void *context)
{
    const Between *b = (const Between *)(const void *)between;
    Asking *asking = context;
    if (b->ended != END_NONE && !b->is_own_end) {
        vm.exit_code = b->exit_code;
        end_run((End)b->ended);
        asking->result = stop_with(STOP_ABORT, vm.nil);
    } else if (b->is_number) {
        asking->result = from_raw_num(b->number);
    } else if (b->is_seq) {
        Seq *s = seq_new((ItemType)b->type, (Encoding)b->encoding, b->count, b->is_mutable);
        if (b->length)
            memcpy(seq_data(s), b->data, b->length);
        asking->result = from_ref(s);
    }
}

static Value do_sandbox_string(Value self, Args a)
{
    Asking asking = {.text = arg_seq(a, 0), .self = self, .result = vm.nil};
    if (!asking.text)
        return vm.unwind;
    if (pristine_excursion(prepare, run, bring_back, &asking))
        return asking.result;
    return raise_error(a.message, "a Sandbox cannot be used inside a Sandbox");
}

static void make(Object *self)
{
    ((Data *)self)->field[0] = from_num(0);
    ((Data *)self)->field[1] = from_num(0);
}

static Prim prims[] = {
    EAGER("doSandboxString", do_sandbox_string), EAGER("messageCount", message_count), EAGER("setMessageCount", set_message_count),
    EAGER("timeLimit", time_limit), EAGER("setTimeLimit", set_time_limit),
};

const Proto sandbox_proto = {"Sandbox", NULL, K_SANDBOX, false, TABLE(prims), make};
