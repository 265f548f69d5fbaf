/* Portable frames (ARCHITECTURE.md): what every machine has in place of its own frames when a program looks. Here they are only shown, and made
   into frames again; the machine runs its own. */
#ifndef IO_PORTABLE_H
#define IO_PORTABLE_H

#include "control.h"

typedef enum PortableKind {
    PORTABLE_SEND,       /* the value of a message is awaited; then its chain goes on */
    PORTABLE_ARGS,       /* an argument of a message whose callee is known */
    PORTABLE_ACTIVATION, /* the value of a block's body */
    PORTABLE_CONTROL     /* what a control primitive has asked for */
} PortableKind;

typedef struct Portable {
    PortableKind kind;
    Message *message;
    Object *locals;         /* where arguments are evaluated; of an activation the block's own */
    Value target;           /* of a chain; else nil */
    Value receiver;
    Value callee, holder;   /* of arguments */
    const Prim *prim;       /* of a control primitive, with its state */
    uint32_t state;         /* or the index of the argument */
    bool is_single;         /* the message is performed alone: its next is none of its business */
    const Value *operands;  /* valid while the frame is being shown */
    uint32_t operand_count;
} Portable;

typedef void (*SeePortable)(const Portable *p, void *context);

/* Shows the frames of a stack from one on, newest first. What sees them may allocate. */
void portable_each(Value *base, Frame *top, SeePortable see, void *context);

/* Frames of the machine that go on as portable ones say, the oldest first: what a stack holds from its base on. */
typedef struct PortableStack {
    Array *words;
    uint32_t sp, fp;
} PortableStack;

void portable_begin(PortableStack *s);
/* False if the members do not fit together. */
bool portable_push(PortableStack *s, const Portable *p);

#endif
