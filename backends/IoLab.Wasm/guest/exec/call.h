/* Finding what a message means, and making Locals and Calls. */
#ifndef IO_CALL_H
#define IO_CALL_H

#include "control.h"

typedef enum CalleeKind {
    CALLEE_VALUE,   /* data: the value itself */
    CALLEE_BLOCK,
    CALLEE_EAGER,
    CALLEE_CONTROL,
    CALLEE_MESSAGE, /* of inlineMethod: evaluated in the sender */
    CALLEE_ERROR    /* an exception is being raised */
} CalleeKind;

typedef struct Callee {
    CalleeKind kind;
    Value value;    /* the value or the callee */
    Value receiver; /* who it was found for: after Locals have passed the message on */
    Object *holder;
} Callee;

/* Looks a message up; fills the cache if there is one and it may. */
RARE void find_callee(Message *m, Symbol *name, Value receiver, Cache *ic, Callee *out);
/* The entry of a place that fits a receiver, with who it was found for; or null. */
Cache *cache_find(Cache *ic, Value receiver, Value *found_for);
/* The entry of a place for a shape of receivers, its first one aside; or null. Where the lookup went on from the receiver it may not fit. */
static inline const Cache *cache_for_shape(const Cache *ic, const Shape *shape)
{
    const Cache *c = ic->more;
    for (uint32_t i = 0; c && i < CACHE_MORE; i++, c++) {
        if (c->shape == shape && c->epoch == c->name->epoch && c->kind != IC_EMPTY)
            return c;
    }
    return NULL;
}
/* What to do with a value found in a slot. */
void classify(Value found, Value receiver, Object *holder, Message *m, Callee *out);

/*
 * Where the locals of an activation send what they do not know: to their slot self; without one, or when the way would lead back to them, to the receiver or scope they were made with.
 */
Value receiver_behind(Object *locals);
/* Where an implicit receiver's unknown messages go, or false: not to self when a program gave Locals another forward. */
bool implicit_self(Object *start, Value *self);
/* The activation whose locals these are, also behind a context; or null. */
Locals *activation_of(Object *ctx);

Value call_object_of(Locals *l);
/* A Call of a control primitive, as if it were a method. */
Value call_of_control(Control *c);
/* The caller's locals, library code left out; or null. */
Object *visible_sender(Locals *l);
/* A value as the object whose slots stand for it while code is evaluated in it. */
Object *as_context(Value v);

/* A copy of what a message is made of goes into another object. */
void message_copy_into(Message *to, const Message *from);

RARE Value update_slot(Value self, Symbol *name, Value value, Message *at);
/* Judges a value as `if` does: 1, 0, or -1: it must be asked asBoolean. */
RARE int truth_of(Value v);

/* The primitive that makes a call whose formals are evaluated one by one. */
extern const Prim apply_prim;

const Prim *prim_of(Value callee);
bool is_prim(Value slot, EagerFn eager, ControlFn control);

#endif
