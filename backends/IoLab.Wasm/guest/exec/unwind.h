/* Stops, and what the machine does with frames beside running them. */
#ifndef IO_UNWIND_H
#define IO_UNWIND_H

#include "control.h"

typedef enum Unwound {
    UNWOUND_TO_CODE,    /* a region took the stop: the frame goes on at its pc */
    UNWOUND_TO_CONTROL, /* a control primitive wants to know */
    UNWOUND_VALUE,      /* an activation took it: the value is what it ended with */
    UNWOUND_COROUTINE,  /* the base was reached; vm.stop says whether by an exception */
    UNWOUND_ABORT
} Unwound;

/* Unwinds the running coroutine until something takes the stop. */
Unwound unwind(Value *value);

/* Puts a control frame at a place; it is the newest one then. The stack may move. */
__attribute__((noinline)) Control *push_control(Value *at, const Prim *prim, Message *message, Value receiver, Object *ctx, Object *holder);

/* Is there nothing left to do in a suspended code frame but to pass a value on? */
bool is_passing(const Frame *f);
/* Leaves fragments that would only pass a value on; answers where the next frame goes. */
Value *leave_fragments(Value *at);
/* The same, and the activation below, which a tail call replaces. */
__attribute__((noinline)) Value *leave_tail(Value *at, Locals *callee);

/* A message without arguments that only sends a name; it is opaque. At a place if there is one. */
Message *ask_message(Symbol *name, const Message *at);

bool is_set_slot(Value callee);
RARE void set_slot_cached(Cache *c, Value receiver, Value v);
/* False: an exception is being raised. */
RARE bool update_slot_cached(Cache *c, Value receiver, Value v);
RARE void update_cache(Cache *c, Object *ctx);

/* Evaluates a register's message by sending it, then performs the next message on the value. */
extern const Prim register_first_prim;

#endif
