/* File: what the directory knows of it: facts, removing, moving, copying (io-language 5.14). */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "../host/host.h"
#include "file.h"
#include "table.h"

static Data *of(Value self) { return ref_of(self); }

static bool facts(Value self, Args a, struct stat *st)
{
    fflush(NULL);
    if (stat(file_path(self), st) == 0)
        return true;
    raise_error(a.message, "unable to stat '%s': %s", file_path(self), strerror(errno));
    return false;
}

static Value exists(Value self, Args a)
{
    struct stat st;
    (void)a;
    return bool_value(file_path(self)[0] && stat(file_path(self), &st) == 0);
}

static Value size(Value self, Args a)
{
    struct stat st;
    return facts(self, a, &st) ? from_num((double)st.st_size) : vm.unwind;
}

static Value is_mode(Value self, Args a, mode_t mode)
{
    struct stat st;
    return facts(self, a, &st) ? bool_value((st.st_mode & S_IFMT) == mode) : vm.unwind;
}

static Value is_directory(Value self, Args a) { return is_mode(self, a, S_IFDIR); }
static Value is_regular(Value self, Args a) { return is_mode(self, a, S_IFREG); }
static Value is_link(Value self, Args a) { return is_mode(self, a, S_IFLNK); }
static Value is_pipe(Value self, Args a) { return is_mode(self, a, S_IFIFO); }
static Value is_socket(Value self, Args a) { return is_mode(self, a, S_IFSOCK); }

static Value never(Value self, Args a)
{
    (void)self;
    (void)a;
    return vm.no;
}

static Value zero(Value self, Args a)
{
    struct stat st;
    return facts(self, a, &st) ? from_num(0) : vm.unwind;
}

static Value protection_mode(Value self, Args a)
{
    struct stat st;
    return facts(self, a, &st) ? from_num(st.st_mode & 0777) : vm.unwind;
}

static Value stat_self(Value self, Args a)
{
    struct stat st;
    return facts(self, a, &st) ? self : vm.unwind;
}

static Value date_of(double seconds)
{
    Value v = new_data(K_DATE, "Date");
    of(v)->field[0] = from_num(seconds);
    return v;
}

static Value last_access(Value self, Args a)
{
    struct stat st;
    return facts(self, a, &st) ? date_of((double)st.st_atim.tv_sec) : vm.unwind;
}

static Value last_change(Value self, Args a)
{
    struct stat st;
    return facts(self, a, &st) ? date_of((double)st.st_mtim.tv_sec) : vm.unwind;
}

static Value file_remove(Value self, Args a)
{
    file_close_stream(self);
    if (file_path(self)[0] && remove(file_path(self)) != 0 && errno != ENOENT)
        return raise_error(a.message, "error removing file '%s'", file_path(self));
    return self;
}

static Value move_to(Value self, Args a)
{
    Symbol *to = arg_symbol(a, 0);
    if (!to)
        return vm.unwind;
    fflush(NULL);
    if (rename(file_path(self), to->text) != 0)
        return raise_error(a.message, "error moving file '%s' to '%s'", file_path(self), to->text);
    return self;
}

static Value copy_to_path(Value self, Args a)
{
    Symbol *to = arg_symbol(a, 0);
    Buffer b = {0};
    if (!to)
        return vm.unwind;
    fflush(NULL);
    if (!read_file(file_path(self), &b))
        return raise_error(a.message, "unable to open file path '%s': %s", file_path(self), strerror(errno));
    FILE *f = fopen(to->text, "wb");
    if (f) {
        fwrite(b.data, 1, b.length, f);
        fclose(f);
    }
    buffer_free(&b);
    return f ? self : raise_error(a.message, "unable to create file '%s': %s", to->text, strerror(errno));
}

static Prim prims[] = {
    EAGER("exists", exists), EAGER("size", size), EAGER("isDirectory", is_directory), EAGER("isRegularFile", is_regular), EAGER("isLink", is_link),
    EAGER("isPipe", is_pipe), EAGER("isSocket", is_socket), EAGER("isUserExecutable", never), EAGER("userId", zero), EAGER("groupId", zero),
    EAGER("protectionMode", protection_mode), EAGER("stat", stat_self), EAGER("lastAccessDate", last_access),
    EAGER("lastDataChangeDate", last_change), EAGER("lastInfoChangeDate", last_change), EAGER("remove", file_remove), EAGER("moveTo", move_to),
    EAGER("copyToPath", copy_to_path), EAGER("copyToPathWithoutYielding", copy_to_path),
};

const Proto file_facts_proto = {"File", NULL, K_FILE, false, TABLE(prims), NULL};
