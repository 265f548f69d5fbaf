/* Steps of the plan that a build can do without, to see what each is worth: `scripts/build-guest variant NAME`, which docs/wasm.md tells of. */
#ifndef IO_STEPS_H
#define IO_STEPS_H

/* Instructions that do the work of two or three. */
#ifndef IO_STEP_SUPERINSTRUCTIONS
#define IO_STEP_SUPERINSTRUCTIONS 1
#endif

/* A chain is compiled with its arguments; without, a message is a word that tells what is to be done, and its arguments are trees that are evaluated in frames of their own. */
#ifndef IO_STEP_BYTECODE
#define IO_STEP_BYTECODE 1
#endif

/* Control structures and arithmetic are instructions; without, they are messages like all others. */
#ifndef IO_STEP_IN_PLACE
#define IO_STEP_IN_PLACE 1
#endif

/* A place remembers what it found. */
#ifndef IO_STEP_INLINE_CACHES
#define IO_STEP_INLINE_CACHES 1
#endif

/* ... for more than one kind of receiver. */
#ifndef IO_STEP_POLYMORPHIC
#define IO_STEP_POLYMORPHIC 1
#endif

/* New cells are made in a nursery; without, where they stay. */
#ifndef IO_STEP_NURSERY
#define IO_STEP_NURSERY 1
#endif

/* Which numbers are values by themselves: 2 all, 1 small integers, 0 none. The others are cells. */
#ifndef IO_STEP_IMMEDIATES
#define IO_STEP_IMMEDIATES 2
#endif

/* Instructions are functions that call each other in tail position; without, cases of one switch, which is faster. */
#ifndef IO_STEP_THREADED
#define IO_STEP_THREADED 0
#endif

#endif
