#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../core/fail.h"
#include "../protos/table.h"

static char output[1 << 16];
static size_t filled;
static double slept;

void host_flush(void)
{
    fwrite(output, 1, filled, stdout);
    filled = 0;
    fflush(stdout);
}

void host_write(const char *data, size_t length)
{
    if (filled + length > sizeof output)
        host_flush();
    if (length > sizeof output) {
        fwrite(data, 1, length, stdout);
        return;
    }
    if (length)
        memcpy(output + filled, data, length);
    filled += length;
}

double host_monotonic(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double real_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double host_now(void) { return real_now() + slept; }

void host_sleep(double seconds)
{
    if (seconds > 0)
        slept += seconds;
}

const char *host_directory(char *to, size_t size)
{
    const char *given = getenv("PWD");
#ifdef __wasi__
    (void)to;
    (void)size;
    return given ? given : "/";
#else
    return getcwd(to, size) ? to : given ? given : "/";
#endif
}

bool read_file(const char *path, Buffer *to)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    char part[65536];
    size_t n;
    while ((n = fread(part, 1, sizeof part, f)) > 0)
        buffer_add(to, part, n);
    bool ok = !ferror(f);
    fclose(f);
    if (ok && !to->data)
        buffer_add(to, "", 0);
    return ok;
}

_Noreturn void fail_out_of_memory(void)
{
    host_flush();
    fputs("iovm: out of memory\n", stderr);
    abort();
}

_Noreturn void fail_internal(const char *what)
{
    host_flush();
    fprintf(stderr, "iovm: %s\n", what);
    abort();
}
