/* The machine: evaluates a chain on the main coroutine until it ends. Not reentrant. */
#ifndef IO_INTERP_H
#define IO_INTERP_H

#include "control.h"

/* False: vm.stop tells why (raise: the exception is vm.stop_value; abort). */
bool machine_run(Message *chain, Value target, Object *locals, Value *result);

#endif
