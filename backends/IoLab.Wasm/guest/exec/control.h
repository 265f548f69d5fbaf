/* Primitives and what they may ask of the machine. */
#ifndef IO_CONTROL_H
#define IO_CONTROL_H

#include "../core/list.h"
#include "../core/map.h"
#include "../core/seq.h"
#include "../lang/message.h"
#include "frame.h"

/* What a step of a control primitive answers. */
typedef enum Request {
    REQ_DONE,
    REQ_UNWIND,       /* vm.stop is set */
    REQ_EVAL,
    REQ_TAIL_EVAL,
    REQ_PERFORM,
    REQ_TAIL_PERFORM,
    REQ_SEND,         /* a name with values */
    REQ_TAIL_SEND,
    REQ_CALL,         /* a block with values */
    REQ_TAIL_CALL,
    REQ_TAIL_ACTIVATE, /* what was found, with arguments from a message */
    REQ_SWITCH,
    REQ_COLLECT,
    REQ_REINSTATE
} Request;

typedef struct Control {
    Frame f; /* f.pc is the state, 0 at the first step; f.ctx the sender's locals; f.target the receiver */
    Value message;
    Value holder; /* where the primitive was found */
    Value value;  /* in: the result of the last request; out: the answer */
    uint32_t op_count;
    uint32_t unused;
    Value op[]; /* what survives between steps */
} Control;

enum { CONTROL_WORDS = sizeof(Control) / sizeof(Value) };

/* What a primitive gets of a call: values and the message. */
typedef struct Args {
    const Value *values;
    uint32_t count;
    Message *message;
} Args;

typedef Value (*EagerFn)(Value self, Args args);
typedef Request (*ControlFn)(Control *c);

enum {
    PRIM_LOCALS = 1,  /* also a slot of the Locals proto */
    PRIM_ANY = 2,     /* the receiver may be of any kind, though the table says one */
    PRIM_GUARDED = 4, /* may answer redirect(...) */
    PRIM_SWITCHES = 8 /* switches to another coroutine; when that comes back, it answers its receiver */
};

/* One slot of a proto: exactly one of eager and control is there. */
typedef struct Prim {
    const char *name;
    EagerFn eager;
    ControlFn control;
    uint8_t flags;
    uint8_t consumes; /* the Stops a control primitive wants to see */
    uint8_t kind;     /* of receivers, from the table; K_ANY */
    const char *proto;
    Coroutine *(*turn)(void); /* of a control primitive that only lets another coroutine run: which, or null for none; may be absent */
    Seq *(*plain)(Value self); /* of a control primitive such as asString: the answer if nothing has to be sent for it, else null; may be absent */
} Prim;

/* ---- in eager primitives ---- */

static inline Value arg(Args a, uint32_t i) { return i < a.count ? resolve(a.values[i]) : vm.nil; }
/* True if argument i is of that kind; else an exception is being raised and the primitive answers vm.unwind. */
bool arg_num(Args a, uint32_t i, double *number);
Seq *arg_seq(Args a, uint32_t i);
List *arg_list(Args a, uint32_t i);
Map *arg_map(Args a, uint32_t i);
Message *arg_message(Args a, uint32_t i);
Block *arg_block(Args a, uint32_t i);
Symbol *arg_symbol(Args a, uint32_t i);
/* An object of a kind. */
void *arg_kind(Args a, uint32_t i, Kind kind);
/* A count or index: truncated, negative ones raise. */
/* Without what is behind the point; not-a-number is 0, huge ones end at 2^53. */
bool arg_whole(Args a, uint32_t i, double *whole);
bool arg_index(Args a, uint32_t i, uint32_t *index);

/* Raises an exception; always answers vm.unwind. */
Value raise_error(Message *at, const char *format, ...) __attribute__((format(printf, 2, 3)));
Value raise_exception(Object *exception);
Value wrong_argument(Message *at, uint32_t index, Value actual, const char *kind);
/* Sets a stop; answers vm.unwind. */
Value stop_with(Stop stop, Value value);
/* The prelude's Intrinsics method of this name runs in place of the primitive. */
Value redirect(Symbol *name);
Value text_value(const char *text);
Value text_value_n(const char *text, size_t length);

/* ---- in control primitives ---- */

static inline Message *ctl_message(const Control *c) { return ref_of(c->message); }
static inline Object *ctl_locals(const Control *c) { return ref_of(c->f.ctx); }
static inline Value ctl_self(const Control *c) { return resolve(c->f.target); }
static inline uint32_t ctl_argc(const Control *c) { return arg_count(ctl_message(c)); }
static inline Message *ctl_arg(const Control *c, uint32_t i) { return arg_at(ctl_message(c), i); }
static inline Value ctl_value(const Control *c) { return resolve(c->value); }
static inline uint32_t ctl_state(const Control *c) { return c->f.pc; }
static inline Stop ctl_stopped(const Control *c) { return (Stop)c->f.stopped; }
static inline const Prim *ctl_prim(const Control *c) { return (const Prim *)(uintptr_t)c->f.code; }

/* Room for operands, all nil; call it once, before any request. At most 16 + 2 * arguments. */
void ctl_ops(Control *c, uint32_t count);
static inline Request done(Control *c, Value v)
{
    c->value = v;
    return REQ_DONE;
}
Request eval(Control *c, Message *chain, Value target, Object *locals, uint32_t state);
Request tail_eval(Control *c, Message *chain, Value target, Object *locals);
/* An argument, in the sender. */
Request eval_arg(Control *c, uint32_t i, uint32_t state);
Request tail_arg(Control *c, uint32_t i);
/* One message; its next is ignored; arguments are evaluated in locals. */
Request perform(Control *c, Message *message, Value receiver, Object *locals, uint32_t state);
Request tail_perform(Control *c, Message *message, Value receiver, Object *locals);
/* A name with values, at most 4. */
Request send(Control *c, Symbol *name, Value receiver, const Value *values, uint32_t count, uint32_t state);
Request tail_send(Control *c, Symbol *name, Value receiver, const Value *values, uint32_t count);
/* A block with values for its formals. The values must stay where they are until the machine has read them: in operands or a list. */
Request call_block(Control *c, Block *block, Value self, const Value *values, uint32_t count, Message *message, uint32_t state);
Request tail_call_block(Control *c, Block *block, Value self, const Value *values, uint32_t count, Message *message);
Request tail_activate(Control *c, Object *callee, Value receiver, Message *message, Object *sender, Object *holder);
Request switch_to(Control *c, Coroutine *coroutine, uint32_t state);
Request collect(Control *c, uint32_t state);
/* Replaces the frames of the running coroutine by a copy of some, newest last, and gives them the value. */
Request reinstate(Control *c, Coroutine *coroutine, const Value *words, uint32_t sp, uint32_t fp, Value value);

Request raise_request(Control *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
Request wrong_arg(Control *c, uint32_t index, Value actual, const char *kind);
static inline Request unwinding(Value v) { return (void)v, REQ_UNWIND; }

/* Sets a slot of the sender's locals. */
static inline void ctl_set_local(Control *c, Symbol *name, Value v) { set_slot(ctl_locals(c), name, v); }

/* A turn of a loop has ended: false if the loop must end, on break; else op[last] is its value. */
bool ctl_end_turn(Control *c, uint32_t last);

/* ---- what machine and primitives share ---- */

typedef struct Asked {
    Message *message;
    Value target;
    Object *locals;
    Object *holder;
    Object *callee;
    Symbol *name;
    const Value *values;
    uint32_t count;
    Value near[4];
    Coroutine *coroutine;
    uint32_t sp, fp;
} Asked;

extern Asked asked;

#endif
