/* What a session may not touch raises an exception that says what would grant it. */
#ifndef IO_PERMISSION_H
#define IO_PERMISSION_H

#include "host.h"

/* Puts refusals in the place of primitives, once, as host.permissions says. */
void apply_permissions(void);

#endif
