/* What the machine does between instructions: chains begin, frames end, control primitives are stepped, coroutines switched, stops unwound. All of it
   works on the registers in memory (frame.h): the newest frame's pc is saved, regs.sp is where its operands end. */
#ifndef IO_BETWEEN_H
#define IO_BETWEEN_H

#include "control.h"

typedef enum Todo {
    DO_CODE,    /* the newest frame is code and goes on */
    DO_CHAIN,   /* passing.chain begins, for passing.target and passing.locals */
    DO_STEP,    /* the newest frame is a control primitive's: its next step */
    DO_LEAVE,   /* the newest frame ends with passing.value */
    DO_GIVE,    /* the newest frame gets passing.value */
    DO_UNWIND,  /* vm.stop is set */
    DO_COLLECT, /* a safepoint; then code */
    DO_RETURN   /* the main coroutine has ended; passing.value, and vm.stop tells whether well */
} Todo;

/* The operands of a Todo. */
typedef struct Passing {
    Message *chain;
    Value target;
    Object *locals;
    Value value;
} Passing;

extern Passing passing;

/* The newest frame's code, whose registers are saved, sends the implicit receiver a message that found a primitive with a `turn` in its self the last time.
   If it does so now, then what two steps of it would do is done at once. False: nothing has happened. */
bool take_turn(const Cache *site, Todo *todo);

/* Does what is to be done until code runs (DO_CODE) or everything has ended (DO_RETURN). */
Todo between(Todo todo);

#endif
