/* What the guest needs of the outside: standard streams, time, a directory. Either those of the process, or those the other side of a pipe provides
   (protocol.c). */
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

/* What a session may touch: bits of `permissions`. */
enum { PERMIT_FILES = 1, PERMIT_ENVIRONMENT = 2, PERMIT_CLOCK = 4, PERMIT_PROCESSES = 8, PERMIT_ALL = 15 };

/* Who provides the streams. */
typedef struct HostStreams {
    void (*output)(const char *data, size_t length);
    void (*error)(const char *data, size_t length);
    /* Some bytes of standard input, at most size; 0 at its end. */
    size_t (*input)(char *to, size_t size);
} HostStreams;

/* What a shell command came to; the texts are to be freed. */
typedef struct CommandOutcome {
    int exit_code;
    char *output, *error;
    size_t output_length, error_length;
} CommandOutcome;

typedef struct Host {
    HostStreams streams;
    /* Runs a shell command; false if that did not work. Null where nobody can. */
    bool (*command)(const char *text, size_t length, CommandOutcome *outcome);
    int permissions;
    bool has_virtual_clock; /* which begins at virtual_start and moves in host_sleep only */
    double virtual_start;
    bool really_waits; /* else waiting takes no time by the real clock either */
    const char *directory; /* where relative paths begin; null to ask the system */
    uint64_t output_limit; /* bytes of a run, for each stream */
} Host;

extern Host host;

/* The streams of the process. */
extern const HostStreams process_streams;

void host_write(const char *data, size_t length);
void host_flush(void);
void host_complain(const char *data, size_t length);
/* The next byte of standard input, or -1. Output is flushed before the guest waits for any. */
int host_input(void);
/* A run begins: what was written so far counts no more, what was read ahead is forgotten. */
void host_begin_run(void);
/* Seconds. */
double host_now(void);
void host_sleep(double seconds);
/* The monotonic clock, whatever the other one is; nanoseconds, and the same in seconds. */
int64_t host_nanoseconds(void);
double host_monotonic(void);
const char *host_directory(char *to, size_t size);

#endif
