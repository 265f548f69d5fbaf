/* What a Continuation holds: field 0 the extent, a List of parts, innermost first, or nil; field 1 whether it was invoked. */
#ifndef IO_CONTINUATION_H
#define IO_CONTINUATION_H

#include "../exec/control.h"

/* A part is a List of a coroutine, words of its stack, sp, fp, handlers. */
enum { PART_COROUTINE, PART_WORDS, PART_SP, PART_FP, PART_HANDLERS, PART_COUNT };

Value new_continuation(Value extent);
/* The extent, or null for the proto; then an exception is being raised. */
List *extent_of(Value self, Message *at);

#endif
