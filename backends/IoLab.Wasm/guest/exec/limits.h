/* Limits of a run that are looked at after every collection. */
#ifndef IO_LIMITS_H
#define IO_LIMITS_H

#include "control.h"

/* Has the run come to an end that no program can catch? Then it is unwinding, and vm.ended says why. */
bool limit_reached(void);

/* Ends the run at once: something would need more memory than the limit has left. */
Value over_memory(void);

/* Ends the run at its next safepoint. */
void end_run(End end);

#endif
