#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../core/fail.h"
#include "../exec/limits.h"
#include "../protos/table.h"

static void process_output(const char *data, size_t length)
{
    fwrite(data, 1, length, stdout);
    fflush(stdout);
}

static void process_error(const char *data, size_t length) { fwrite(data, 1, length, stderr); }

static size_t process_input(char *to, size_t size)
{
    ssize_t count = read(0, to, size);
    return count > 0 ? (size_t)count : 0;
}

const HostStreams process_streams = {process_output, process_error, process_input};

Host host = {.streams = {process_output, process_error, process_input}, .permissions = PERMIT_ALL, .output_limit = UINT64_MAX};

static char output[1 << 16], input[1 << 14];
static size_t filled, read_so_far, read_ahead;
static uint64_t written, complained;
static double slept;

void host_begin_run(void)
{
    filled = read_so_far = read_ahead = 0;
    written = complained = 0;
}

/* How much of a text may still be written; a run that goes beyond is over. */
static size_t within_limit(uint64_t *count, size_t length)
{
    if (length > host.output_limit - *count) {
        length = (size_t)(host.output_limit - *count);
        end_run(END_OUTPUT);
    }
    *count += length;
    return length;
}

void host_flush(void)
{
    if (filled)
        host.streams.output(output, filled);
    filled = 0;
}

void host_write(const char *data, size_t length)
{
    length = within_limit(&written, length);
    if (length > sizeof output - filled)
        host_flush();
    if (length > sizeof output) {
        host.streams.output(data, length);
        return;
    }
    if (length)
        memcpy(output + filled, data, length);
    filled += length;
}

void host_complain(const char *data, size_t length)
{
    length = within_limit(&complained, length);
    if (length)
        host.streams.error(data, length);
}

int host_input(void)
{
    if (read_so_far == read_ahead) {
        host_flush();
        read_so_far = 0;
        read_ahead = host.streams.input(input, sizeof input);
    }
    return read_so_far < read_ahead ? (unsigned char)input[read_so_far++] : -1;
}

int64_t host_nanoseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

double host_monotonic(void) { return (double)host_nanoseconds() * 1e-9; }

static double real_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double host_now(void) { return (host.has_virtual_clock ? host.virtual_start : real_now()) + slept; }

void host_sleep(double seconds)
{
    if (!(seconds > 0))
        return;
    if (!host.really_waits) {
        slept += seconds;
        return;
    }
    struct timespec t = {.tv_sec = seconds < 1e9 ? (time_t)seconds : 1000000000};
    t.tv_nsec = seconds < 1e9 ? (long)((seconds - (double)t.tv_sec) * 1e9) : 0;
    host_flush();
    nanosleep(&t, NULL);
}

const char *host_directory(char *to, size_t size)
{
    if (host.directory && !(host.permissions & PERMIT_FILES))
        return host.directory;
    const char *given = getenv("PWD");
    return getcwd(to, size) ? to : given ? given : "/";
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
    fputs("Out of memory: the guest's heap cannot grow\n", stderr);
    abort();
}

_Noreturn void fail_internal(const char *what)
{
    host_flush();
    fprintf(stderr, "iovm: %s\n", what);
    abort();
}
