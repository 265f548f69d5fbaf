/* What the guest needs of the outside: output, time, files. */
#ifndef IO_HOST_H
#define IO_HOST_H

#include "../core/value.h"

typedef struct PreludeFile {
    const char *name;
    const char *text;
    size_t length;
} PreludeFile;

/* The prelude's texts, made by scripts/build-guest; ends with a null name. */
extern const PreludeFile prelude_files[];

void host_write(const char *data, size_t length);
void host_flush(void);
/* Seconds; with the virtual clock time passes only in host_sleep. */
double host_now(void);
void host_sleep(double seconds);
/* The monotonic clock, whatever the other one is. */
double host_monotonic(void);
const char *host_directory(char *to, size_t size);

#endif
