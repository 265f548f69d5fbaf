/* Under WebAssembly a reset copies a picture of the linear memory back: everything lies between the C stack and the end of what malloc had been given.
   What malloc takes later is one region behind the picture, and begins anew after a reset, since memory cannot shrink.
   A native process has fork: the parent stays as it was and a child serves until the next reset. */
#include "pristine.h"

#include "../core/fail.h"

#ifdef __wasi__

#include <errno.h>
#include <unistd.h>

enum { WASM_PAGE = 1 << 16, STEP = 2 << 20 };

/* Memory that malloc is given, from start on. */
typedef struct Region {
    char *start;
    size_t size, given;
} Region;

static struct {
    Kept kept;
    Region region;
} before;

/* Not to be put back: it lies outside of the picture. */
typedef struct Outside {
    Kept kept;
    Region region;
    char *picture, *from, *away; /* away: this world while another runs */
    bool is_away;
    size_t size;
    uint8_t request[LONGEST_REQUEST];
} Outside;

Kept *kept = &before.kept;
static Region *region = &before.region;
static Outside *pictured; /* null without a picture */

extern char __global_base;

static size_t whole_pages(size_t size) { return (size + WASM_PAGE - 1) / WASM_PAGE * WASM_PAGE; }

static char *grow_memory(size_t size)
{
    size_t pages = __builtin_wasm_memory_grow(0, whole_pages(size) / WASM_PAGE);
    return pages == SIZE_MAX ? NULL : (char *)(pages * WASM_PAGE);
}

/* By so much at least; hosts are slow to grow a memory. */
static bool widen_region(size_t size)
{
    if (size >= STEP || !grow_memory(STEP))
        return grow_memory(size) && (region->size += whole_pages(size));
    region->size += STEP;
    return true;
}

/* What malloc gets its memory from, in place of the C library's: one stretch, which nobody else grows the memory within. */
void *sbrk(intptr_t increment)
{
    if (!region->start)
        region->start = (char *)(__builtin_wasm_memory_size(0) * (size_t)WASM_PAGE);
    size_t wanted = region->given + (size_t)increment;
    if (increment < 0 || (wanted > region->size && !widen_region(wanted - region->size))) {
        errno = ENOMEM;
        return (void *)-1;
    }
    char *start = region->start + region->given;
    region->given = wanted;
    return start;
}

/* Neither is optimised: the compiler must not believe that it knows what is in memory. */
__attribute__((noinline, optnone)) static void copy_memory(char *to, const char *from, size_t size) { __builtin_memcpy(to, from, size); }

__attribute__((noinline, optnone)) void pristine_loop(void (*serve)(void))
{
    char *base = &__global_base;
    __asm__ volatile("" : "+r"(base));
    char *end = sbrk(0);
    Outside *outside = (Outside *)(void *)grow_memory(sizeof *outside);
    char *picture = outside ? grow_memory((size_t)(end - base)) : NULL, *away = picture ? grow_memory((size_t)(end - base)) : NULL;
    if (!away)
        fail_out_of_memory();
    outside->from = base;
    outside->size = (size_t)(end - base);
    outside->picture = picture;
    outside->away = away;
    pictured = outside;
    outside->kept = before.kept;
    outside->kept.request = outside->request;
    kept = &outside->kept;
    region = &outside->region;
    copy_memory(picture, base, outside->size);
    for (;;) {
        outside->kept.is_pristine = true;
        serve();
        if (outside->kept.is_ended)
            return;
        copy_memory(outside->from, outside->picture, outside->size);
        outside->region.given = 0;
    }
}

bool pristine_excursion(void (*prepare)(uint8_t *between, void *context), void (*run)(uint8_t *between), void (*bring_back)(const uint8_t *between, void *context), void *context)
{
    Outside *outside = pictured;
    if (!outside || outside->is_away)
        return false;
    prepare(outside->request, context);
    size_t given = outside->region.given; /* malloc goes on behind what this world has */
    outside->is_away = true;
    copy_memory(outside->away, outside->from, outside->size);
    copy_memory(outside->from, outside->picture, outside->size);
    run(outside->request);
    copy_memory(outside->from, outside->away, outside->size);
    outside->region.given = given;
    outside->is_away = false;
    bring_back(outside->request, context);
    return true;
}

#else

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static Kept first;
Kept *kept = &first;

static void *shared(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED)
        fail_out_of_memory();
    return p;
}

bool pristine_excursion(void (*prepare)(uint8_t *between, void *context), void (*run)(uint8_t *between), void (*bring_back)(const uint8_t *between, void *context), void *context)
{
    (void)prepare;
    (void)run;
    (void)bring_back;
    (void)context;
    return false;
}

void pristine_loop(void (*serve)(void))
{
    kept = shared(sizeof *kept);
    *kept = first;
    kept->request = shared(LONGEST_REQUEST);
    while (!kept->is_ended) {
        kept->is_pristine = true;
        pid_t child = fork();
        if (child == 0) {
            serve();
            _exit(0);
        }
        int status = 1;
        if (child < 0 || waitpid(child, &status, 0) != child)
            fail_internal("a process for a world could not be made");
        if (status != 0)
            exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    }
}

#endif
