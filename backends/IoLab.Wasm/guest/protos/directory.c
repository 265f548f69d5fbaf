/* Directory (io-language 5.15). A Directory's path is field 1, like a File's. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../core/fail.h"
#include "../host/host.h"
#include "path.h"
#include "table.h"

static Data *of(Value self) { return ref_of(self); }

static const char *path_of(Value self)
{
    Seq *path = as_seq(of(self)->field[1]);
    return path ? symbol_of_seq(path)->text : ".";
}

static Value with_path(Kind kind, const char *proto, const char *path)
{
    Value v = new_data(kind, proto);
    of(v)->field[0] = from_num(0);
    of(v)->field[1] = text_value(path);
    return v;
}

static Value file_at(const char *path) { return with_path(K_FILE, "File", path); }
static Value directory_at(const char *path) { return with_path(K_DIRECTORY, "Directory", path); }

static bool is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The names in a directory in order, or null; the caller frees all. */
static char **names_in(const char *path, size_t *count)
{
    DIR *d = opendir(path);
    char **names = NULL;
    size_t cap = 0;
    *count = 0;
    if (!d)
        return NULL;
    for (struct dirent *e; (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        if (*count + 1 >= cap) {
            cap = cap ? cap * 2 : 16;
            names = realloc(names, cap * sizeof *names);
            if (!names)
                fail_out_of_memory();
        }
        names[*count] = malloc(strlen(e->d_name) + 1);
        if (!names[*count])
            fail_out_of_memory();
        strcpy(names[(*count)++], e->d_name);
    }
    closedir(d);
    if (!names && !(names = malloc(sizeof *names)))
        fail_out_of_memory();
    qsort(names, *count, sizeof *names, by_text);
    return names;
}

typedef enum Wanted { FILES = 1, DIRECTORIES = 2, NAMES = 4 } Wanted;

/* What is in a directory, added to a list; false if it cannot be opened. */
static bool list_items(const char *path, int wanted, const char *extension, List *to)
{
    size_t count;
    char **names = names_in(path, &count);
    if (!names)
        return false;
    for (size_t i = 0; i < count; i++) {
        Buffer full = {0};
        join_paths(path, names[i], &full);
        bool is_dir = is_directory(full.data);
        const char *dot = strrchr(names[i], '.');
        if ((wanted & (is_dir ? DIRECTORIES : FILES)) && (!extension || (dot && strcmp(dot + 1, extension) == 0)))
            list_append(to, wanted & NAMES ? text_value(names[i]) : is_dir ? directory_at(full.data) : file_at(full.data));
        buffer_free(&full);
        free(names[i]);
    }
    free(names);
    return true;
}

static Value listed(Value self, Args a, int wanted, const char *extension)
{
    List *l = list_new(0);
    fflush(NULL);
    if (!list_items(path_of(self), wanted, extension, l))
        return raise_error(a.message, "Unable to open directory %s", path_of(self));
    return from_ref(l);
}

static void warn(Args a, const char *instead)
{
    Buffer b = {0};
    buffer_format(&b, "Warning in %s: '%s' is deprecated.  Use '%s' instead.\n", a.message->label->text, a.message->name->text, instead);
    emit(b.data, b.length);
    buffer_free(&b);
}

static Value items(Value self, Args a) { return listed(self, a, FILES | DIRECTORIES, NULL); }
static Value files(Value self, Args a) { return listed(self, a, FILES, NULL); }
static Value directories(Value self, Args a) { return listed(self, a, DIRECTORIES, NULL); }
static Value file_names(Value self, Args a) { return listed(self, a, FILES | NAMES, NULL); }

static Value folders(Value self, Args a)
{
    warn(a, "directories()");
    return directories(self, a);
}

static Value size(Value self, Args a)
{
    Value v = items(self, a);
    return v == vm.unwind ? v : from_num(((List *)ref_of(v))->count);
}

static const char *without_dot(Symbol *extension) { return extension->text + (extension->text[0] == '.'); }

static Value files_with_extension(Value self, Args a)
{
    Symbol *extension = arg_symbol(a, 0);
    return extension ? listed(self, a, FILES, without_dot(extension)) : vm.unwind;
}

/* All below a directory, breadth first; the list grows while it is visited. */
static bool list_below(const char *path, List *to)
{
    if (!list_items(path, FILES | DIRECTORIES, NULL, to))
        return false;
    for (uint32_t i = 0; i < to->count; i++) {
        if (is_kind(list_at(to, i), K_DIRECTORY))
            list_items(path_of(list_at(to, i)), FILES | DIRECTORIES, NULL, to);
    }
    return true;
}

static Value recursive_files(Value self, Args a)
{
    List *types = arg_list(a, 0), *all = list_new(0), *kept = list_new(0);
    if (!types)
        return vm.unwind;
    if (!list_below(path_of(self), all))
        return raise_error(a.message, "Unable to open directory %s", path_of(self));
    for (uint32_t i = 0; i < all->count; i++) {
        const char *path = path_of(list_at(all, i)), *dot = strrchr(path, '.');
        for (uint32_t k = 0; dot && k < types->count; k++) {
            Seq *type = as_seq(resolve(list_at(types, k)));
            if (type && is_kind(list_at(all, i), K_FILE) && strcmp(dot + 1, without_dot(symbol_of_seq(type))) == 0) {
                list_append(kept, list_at(all, i));
                break;
            }
        }
    }
    return from_ref(kept);
}

/* Operands: 0 all items below, 1 the next one. */
static Request walk(Control *c)
{
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) == 0)
            return raise_request(c, "missing argument");
        ctl_ops(c, 2);
        c->op[0] = from_ref(list_new(0));
        c->op[1] = from_num(0);
        if (!list_below(path_of(ctl_self(c)), ref_of(c->op[0])))
            return raise_request(c, "Unable to open directory %s", path_of(ctl_self(c)));
    } else if (ctl_stopped(c) == STOP_BREAK) {
        return done(c, c->value);
    }
    List *all = ref_of(c->op[0]);
    uint32_t next = (uint32_t)num_of(c->op[1]);
    if (next >= all->count)
        return done(c, c->f.target);
    c->op[1] = from_num(next + 1.0);
    if (ctl_argc(c) == 1)
        return eval(c, ctl_arg(c, 0), list_at(all, next), ctl_locals(c), 1);
    ctl_set_local(c, ctl_arg(c, 0)->name, list_at(all, next));
    return eval_arg(c, 1, 1);
}

/* ---- one item ---- */

static Value named(Value self, Args a, bool wants_directory)
{
    Symbol *name = arg_symbol(a, 0);
    Buffer b = {0};
    if (!name)
        return vm.unwind;
    join_paths(path_of(self), name->text, &b);
    Value v = wants_directory ? directory_at(b.data) : file_at(b.data);
    buffer_free(&b);
    return v;
}

static Value file_named(Value self, Args a) { return named(self, a, false); }
static Value directory_named(Value self, Args a) { return named(self, a, true); }

static Value folder_named(Value self, Args a)
{
    warn(a, "directoryNamed(name)");
    return named(self, a, true);
}

static Value create_file_named(Value self, Args a)
{
    warn(a, "fileNamed(name) create");
    Value v = named(self, a, false);
    FILE *f = v == vm.unwind ? NULL : fopen(path_of(v), "ab");
    if (f)
        fclose(f);
    return v;
}

static Value at(Value self, Args a)
{
    Value v = named(self, a, false);
    if (v == vm.unwind || !there(path_of(v)))
        return v == vm.unwind ? v : vm.nil;
    return is_directory(path_of(v)) ? named(self, a, true) : v;
}

/* ---- making, moving ---- */

static Value exists(Value self, Args a)
{
    (void)a;
    return bool_value(is_directory(path_of(self)));
}

static Value create(Value self, Args a)
{
    (void)a;
    if (is_directory(path_of(self)))
        return self;
    return mkdir(path_of(self), 0777) == 0 ? self : vm.nil;
}

/* With all directories above it. */
static Value create_if_absent(Value self, Args a)
{
    const char *path = path_of(self);
    Buffer b = {0};
    for (size_t i = 0; path[i]; i++) {
        if (path[i] == '/' && b.length && !there(b.data))
            mkdir(b.data, 0777);
        buffer_char(&b, path[i]);
    }
    buffer_free(&b);
    return create(self, a);
}

static Value create_subdirectory(Value self, Args a)
{
    Value v = named(self, a, true);
    if (v == vm.unwind)
        return v;
    Symbol *name = arg_symbol(a, 0);
    if (there(path_of(v)) && !is_directory(path_of(v)))
        return raise_error(a.message, "Attempt to create directory %s on top of existing file", name->text);
    create(v, a);
    return v;
}

static Value move_to(Value self, Args a)
{
    Symbol *to = arg_symbol(a, 0);
    if (!to)
        return vm.unwind;
    if (rename(path_of(self), to->text) != 0)
        return raise_error(a.message, "error moving file '%s' to '%s'", path_of(self), to->text);
    of(self)->field[1] = symbol_value(to);
    gc_wrote(of(self));
    return self;
}

/* With all that is in it, the innermost first. */
static Value directory_remove(Value self, Args a)
{
    List *all = list_new(0);
    if (!list_below(path_of(self), all))
        return raise_error(a.message, "Unable to open directory %s", path_of(self));
    for (uint32_t i = all->count; i > 0; i--)
        remove(path_of(list_at(all, i - 1)));
    rmdir(path_of(self));
    return self;
}

/* ---- paths ---- */

static Value path(Value self, Args a)
{
    (void)a;
    return text_value(path_of(self));
}

static Value set_path(Value self, Args a)
{
    Symbol *s = arg_symbol(a, 0);
    if (!s)
        return vm.unwind;
    of(self)->field[1] = symbol_value(s);
    gc_wrote(of(self));
    return self;
}

static Value name(Value self, Args a)
{
    (void)a;
    const char *text = path_of(self), *slash = strrchr(text, '/');
    return text_value(slash ? slash + 1 : text);
}

/* The path above; false at a root or in ".". */
static bool parent_path(const char *text, Buffer *to)
{
    const char *slash = strrchr(text, '/');
    if (strcmp(text, ".") == 0 || strcmp(text, "/") == 0)
        return false;
    if (!slash)
        buffer_char(to, '.');
    else
        buffer_add(to, text, slash == text ? 1 : (size_t)(slash - text));
    return true;
}

static Value parent_directory(Value self, Args a)
{
    Buffer b = {0};
    (void)a;
    if (!parent_path(path_of(self), &b))
        return vm.nil;
    Value v = directory_at(b.data);
    buffer_free(&b);
    return v;
}

static Value ancestor_directories(Value self, bool only_there)
{
    List *l = list_new(0);
    Args none = {0};
    for (Value v = parent_directory(self, none); v != vm.nil; v = parent_directory(v, none)) {
        if (!only_there || is_directory(path_of(v)))
            list_insert(l, 0, v);
    }
    return from_ref(l);
}

static Value ancestors(Value self, Args a)
{
    (void)a;
    return ancestor_directories(self, false);
}

static Value accessible_ancestors(Value self, Args a)
{
    (void)a;
    return ancestor_directories(self, true);
}

static Value parents(Value self, Args a)
{
    warn(a, "ancestorDirectories");
    return ancestor_directories(self, false);
}

static Value accessible_parents(Value self, Args a)
{
    warn(a, "accessibleAncestors");
    return ancestor_directories(self, true);
}

static Value working_directory(Value self, Args a)
{
    char here[4096];
    (void)self;
    (void)a;
    return text_value(host_directory(here, sizeof here));
}

static Value set_working_directory(Value self, Args a)
{
    (void)self;
    Symbol *to = arg_symbol(a, 0);
    return to ? bool_value(chdir(to->text) == 0) : vm.unwind;
}

/* File's parentDirectory is here, since it makes a Directory. */
static Value file_parent(Value self, Args a)
{
    (void)a;
    Seq *s = as_seq(of(self)->field[1]);
    const char *text = s ? symbol_of_seq(s)->text : "", *slash = strrchr(text, '/');
    Buffer b = {0};
    buffer_add(&b, text, slash ? slash == text ? 1 : (size_t)(slash - text) : 0);
    Value v = directory_at(b.data);
    buffer_free(&b);
    return v;
}

static Value containing_directory(Value self, Args a)
{
    warn(a, "parentDirectory");
    return file_parent(self, a);
}

static void make_directory(Object *self)
{
    ((Data *)self)->field[1] = text_value(".");
}

static Prim directory_prims[] = {
    EAGER("items", items), EAGER("localItems", items), EAGER("files", files), EAGER("directories", directories), EAGER("folders", folders),
    EAGER("fileNames", file_names), EAGER("size", size), EAGER("filesWithExtension", files_with_extension),
    EAGER("recursiveFilesOfTypes", recursive_files), CONTROL_TAKES("walk", walk, STOP_LOOP), EAGER("fileNamed", file_named),
    EAGER("directoryNamed", directory_named), EAGER("folderNamed", folder_named), EAGER("createFileNamed", create_file_named), EAGER("at", at),
    EAGER("exists", exists), EAGER("isAccessible", exists), EAGER("create", create), EAGER("createIfAbsent", create_if_absent),
    EAGER("createSubdirectory", create_subdirectory), EAGER("moveTo", move_to), EAGER("remove", directory_remove), EAGER("path", path),
    EAGER("setPath", set_path), EAGER("name", name), EAGER("parentDirectory", parent_directory), EAGER("ancestorDirectories", ancestors),
    EAGER("accessibleAncestors", accessible_ancestors), EAGER("parents", parents), EAGER("accessibleParents", accessible_parents),
    EAGER_ANY("currentWorkingDirectory", working_directory), EAGER_ANY("setCurrentWorkingDirectory", set_working_directory),
};

static Prim file_prims[] = {EAGER("parentDirectory", file_parent), EAGER("containingDirectory", containing_directory)};

const Proto directory_protos[] = {
    {"Directory", NULL, K_DIRECTORY, false, TABLE(directory_prims), make_directory},
    {"File", NULL, K_FILE, false, TABLE(file_prims), NULL},
};
