/* Stack code run by functions that call each other in tail position: a build for comparison (IO_STEP_THREADED). */
#ifndef IO_THREADED_H
#define IO_THREADED_H

#include "control.h"

#if IO_STEP_THREADED

/* Why threaded code was left. */
typedef enum Left {
    LEFT_GENERAL, /* the word before pc is for the general loop */
    LEFT_COLLECT, /* a safepoint is due */
    LEFT_UNWIND,  /* vm.stop is set, all registers are saved */
    LEFT_UNWOUND  /* a primitive answered vm.unwind: its operands follow */
} Left;

typedef struct Threaded {
    const uint32_t *pc;
    Value *sp, *slots;
    Code *code;
    Value receiver, *dest;
    Message *message;
    Object *holder;
    const Value *values;
    uint32_t count;
    Left left;
} Threaded;

/* Runs until something is to be done that quick.inc leaves to others. */
const Threaded *run_threaded(const uint32_t *pc, Value *sp, Value *slots, Code *code);

#endif
#endif
