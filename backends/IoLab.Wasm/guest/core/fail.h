/* Ends that no program can catch. */
#ifndef IO_FAIL_H
#define IO_FAIL_H

#include "value.h"

_Noreturn void fail_out_of_memory(void);
_Noreturn void fail_internal(const char *what);

#endif
