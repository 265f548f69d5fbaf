/* Runs stack code as long as each instruction has a quick case (quick_cases.inc). It is a function of its own, apart from what is general, because hosts
   keep registers better in a small one; and it is built in one of two ways: as one switch, or as functions that call each other in tail position
   (IO_STEP_THREADED, a build for comparison). */
#ifndef IO_QUICK_H
#define IO_QUICK_H

#include "between.h"

/* Why it was left. */
typedef enum Left {
    LEFT_GENERAL, /* the word before pc has no quick case here */
    LEFT_COLLECT, /* a safepoint is due */
    LEFT_FOR_BETWEEN, /* `between` goes on with quick.todo, all registers are saved */
    LEFT_UNWIND,  /* vm.stop is set, all registers are saved */
    LEFT_UNWOUND  /* a primitive answered vm.unwind: its operands follow */
} Left;

typedef struct Quick {
    const uint32_t *pc;
    Value *sp, *slots;
    Code *code;
    Value receiver, *dest;
    Message *message;
    Object *holder;
    const Value *values;
    uint32_t count;
    Todo todo;
} Quick;

/* The registers when it was left. */
extern Quick quick;

Left run_quick(const uint32_t *pc, Value *sp, Value *slots, Code *code);

#endif
