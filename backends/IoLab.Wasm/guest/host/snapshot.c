/* scripts/build-guest runs `prepare` under Wizer, which writes the memory it leaves behind into the module: an instance of that one begins with the
   prelude read. What an instance asks of its host when it begins was asked then, so it is asked again here. */
#include "snapshot.h"

#include "../protos/table.h"

#ifdef __wasi__

#include <stdlib.h>
#include <wasi/api.h>
#include <wasi/libc-environ.h>
#include <wasi/libc.h>

#include "../core/fail.h"

static bool is_prepared;

/* The C library learns of directories in a constructor only. */
static void find_directories(void)
{
    __wasi_prestat_t stat;
    for (int fd = 3; __wasi_fd_prestat_get(fd, &stat) == 0; fd++) {
        char *path = calloc(stat.u.dir.pr_name_len + 1, 1);
        if (!path)
            fail_out_of_memory();
        if (stat.tag == __WASI_PREOPENTYPE_DIR && __wasi_fd_prestat_dir_name(fd, (uint8_t *)path, stat.u.dir.pr_name_len) == 0)
            __wasilibc_register_preopened_fd(fd, path);
        free(path);
    }
}

/* Not optimised: the compiler must not believe that it knows what is in memory. */
__attribute__((noinline, optnone)) static void wipe(char *from, const char *to)
{
    while (from < to)
        *(volatile char *)from++ = 0;
}

/* What is left of calls that are over lies below this one, as the stack begins at 0. */
static void wipe_stack(void)
{
    enum { OWN_FRAMES = 512 };
    char here;
    wipe((char *)sizeof(void *), &here - OWN_FRAMES);
}

__attribute__((export_name("prepare"))) void prepare_export(void)
{
    world_create();
    gc_leave_no_garbage();
    is_prepared = true;
    wipe_stack();
}

void world_ready(void)
{
    if (!is_prepared) {
        world_create();
        return;
    }
    find_directories();
    __wasilibc_deinitialize_environ();
}

#else

void world_ready(void) { world_create(); }

#endif
