#include "permission.h"

#include "../protos/table.h"

static Value refuse(Message *at, const char *what, const char *word)
{
    return raise_error(at, "'%s' is not permitted: this session has no access to %s (iolab run --allow %s grants it)", at->name->text, what, word);
}

static Value refuse_files(Value self, Args a)
{
    (void)self;
    return refuse(a.message, "files", "files");
}

static Value refuse_environment(Value self, Args a)
{
    (void)self;
    return refuse(a.message, "the environment", "environment");
}

static Value refuse_processes(Value self, Args a)
{
    (void)self;
    return refuse(a.message, "processes", "processes");
}

static Request refuse_file(Control *c) { return unwinding(refuse_files(ctl_self(c), (Args){.message = ctl_message(c)})); }

static const char *const file_names[] = {
    "open", "openForReading", "openForUpdating", "openForAppending", "create", "contents", "asBuffer", "setContents", "appendToContents", "readLines",
    "truncateToSize", "exists", "size", "isDirectory", "isRegularFile", "isLink", "isPipe", "isSocket", "userId", "groupId", "protectionMode", "stat",
    "lastAccessDate", "lastDataChangeDate", "lastInfoChangeDate", "remove", "moveTo", "copyToPath", "copyToPathWithoutYielding", "temporaryFile", NULL,
};
static const char *const directory_names[] = {
    "exists", "items", "at", "create", "createSubdirectory", "fileNames", "directories", "files", "size", "setCurrentWorkingDirectory", "remove",
    "fileNamed", "directoryNamed", "walk", "recursiveFilesOfTypes", NULL,
};
static const char *const environment_names[] = {"getEnvironmentVariable", "setEnvironmentVariable", NULL};
static const char *const process_names[] = {"system", "runCommand", "thisProcessPid", "daemon", NULL};
static const char *const loading_names[] = {"doFile", "launchFile", NULL};

static bool is_among(const char *name, const char *const *names)
{
    while (*names && strcmp(*names, name) != 0)
        names++;
    return *names != NULL;
}

static void replace(const Proto *proto, const char *const *names, EagerFn refusal)
{
    for (size_t i = 0; i < proto->count; i++) {
        Prim *p = proto->prims + i;
        if (!is_among(p->name, names))
            continue;
        if (p->eager)
            p->eager = refusal;
        else
            p->control = refuse_file;
    }
}

void apply_permissions(void)
{
    if (!(host.permissions & PERMIT_FILES)) {
        replace(&file_proto, file_names, refuse_files);
        for (size_t i = 0; i < sizeof directory_protos / sizeof *directory_protos; i++)
            replace(directory_protos + i, directory_names, refuse_files);
        replace(&object_eval_proto, loading_names, refuse_files);
    }
    if (!(host.permissions & PERMIT_ENVIRONMENT))
        replace(&system_proto, environment_names, refuse_environment);
    if (!(host.permissions & PERMIT_PROCESSES))
        replace(&system_proto, process_names, refuse_processes);
}
