/* Frames on the stack of a coroutine: what is suspended while something else runs. Links are distances from the stack's base. */
#ifndef IO_FRAME_H
#define IO_FRAME_H

#include "../core/object.h"
#include "code.h"

typedef enum FrameKind {
    FRAME_NONE,
    FRAME_ACTIVATION, /* a block's body: return lands here */
    FRAME_FRAGMENT,   /* any other chain */
    FRAME_CONTROL     /* a control primitive: see control.h */
} FrameKind;

typedef struct Frame {
    uint32_t prev; /* 0 at the base of a coroutine */
    uint32_t kind;
    Value code;   /* the Code; of a control frame the address of its Prim, which is no reference */
    Value ctx;    /* the locals arguments are evaluated in */
    Value target; /* where `;` goes back to; of a control frame the receiver */
    uint32_t pc;  /* words behind the current instruction; of a control frame its state */
    uint32_t stopped; /* of a control frame: the stop its last request ended with */
} Frame;

/* The limit is told in frames, as other machines count them. */
enum { WORDS_PER_FRAME = 5 };
enum { FRAME_WORDS = sizeof(Frame) / sizeof(Value) };

/* The registers of the machine while no compiled code runs. */
typedef struct Registers {
    Value *base;
    Value *limit; /* grow the stack before sp passes it */
    Frame *fp;
    Value *sp; /* the first free word */
    Value *clean; /* frames below hold nothing young */
} Registers;

extern Registers regs;

/* Writes the registers to the running coroutine, for the collector. */
void frame_save_registers(void);
void frame_load_registers(void);
/* Makes room for words above sp; moves the stack. */
RARE void stack_grow(size_t words);
static inline void stack_ensure(size_t words)
{
    if ((size_t)(regs.limit - regs.sp) < words)
        stack_grow(words);
}

static inline Frame *frame_below(const Frame *f) { return f->prev ? (Frame *)(void *)(regs.base + f->prev) : NULL; }
static inline uint32_t frame_offset(const Frame *f) { return f ? (uint32_t)((const Value *)(const void *)f - regs.base) : 0; }
static inline Code *frame_code(const Frame *f) { return ref_of(f->code); }

/* Frames of a coroutine that may be suspended, newest first. */
Frame *coroutine_top(Coroutine *c);
Frame *coroutine_below(Coroutine *c, const Frame *f);

#endif
