/* Importer: finds a file for a capitalised name that nobody knows, runs it and answers the name again; and the Lobby (io-language 2.7, 5.17). */
#include <stdlib.h>
#include <sys/stat.h>

#include "../exec/call.h"
#include "../host/host.h"
#include "path.h"
#include "table.h"

static Object *importer(void) { return PROTO(Importer); }

static List *search_paths(void)
{
    Value v;
    return get_slot(from_ref(importer()), symbol_of_text("searchPaths"), &v) ? as_list(resolve(v)) : NULL;
}

void importer_launch(Value launch_path)
{
    Value first[] = {text_value(""), launch_path};
    List *paths = ref_of(list_of(first, 2));
    const char *more = getenv("IOIMPORT");
    while (more && *more) {
        size_t length = strcspn(more, ":");
        if (length)
            list_append(paths, text_value_n(more, length));
        more += length + (more[length] == ':');
    }
    set_slot(importer(), symbol_of_text("searchPaths"), from_ref(paths));
}

static Value paths_of(Value self, Args a)
{
    (void)self;
    (void)a;
    List *l = search_paths();
    return l ? from_ref(l) : list_of(NULL, 0);
}

/* A path from the root; an empty one stays. */
static Value absolute_text(const char *path)
{
    Buffer b = {0};
    if (*path)
        absolute_path(path, &b);
    return from_ref(seq_from_buffer(&b));
}

static Value add_search_path(Value self, Args a)
{
    (void)self;
    Symbol *path = arg_symbol(a, 0);
    List *l = search_paths();
    if (!path)
        return vm.unwind;
    if (!l)
        return vm.nil;
    Value added = absolute_text(path->text);
    for (uint32_t i = 0; i < l->count; i++) {
        if (equal_values(list_at(l, i), added))
            return from_ref(l);
    }
    list_append(l, added);
    return from_ref(l);
}

static Value remove_search_path(Value self, Args a)
{
    (void)self;
    Symbol *path = arg_symbol(a, 0);
    List *l = search_paths();
    if (!path)
        return vm.unwind;
    if (!l)
        return vm.nil;
    Value removed = absolute_text(path->text);
    for (uint32_t i = l->count; i > 0; i--) {
        if (equal_values(list_at(l, i - 1), removed))
            list_remove(l, i - 1);
    }
    return from_ref(l);
}

/* The file for a capitalised name; a file does not import itself. False if there is none. */
static bool find_file(const Symbol *name, const Message *at, Buffer *to)
{
    List *l = search_paths();
    if (!l || name->text[0] < 'A' || name->text[0] > 'Z' || strchr(name->text, '/') || !(host.permissions & PERMIT_FILES))
        return false;
    Buffer file = {0}, own = {0};
    bool found = false;
    buffer_format(&file, "%s.io", name->text);
    if (*at->label->text)
        absolute_path(at->label->text, &own);
    for (uint32_t i = 0; i < l->count && !found; i++) {
        Seq *directory = as_seq(resolve(list_at(l, i)));
        struct stat facts;
        if (!directory)
            continue;
        Buffer candidate = {0}, full = {0};
        if (directory->count)
            join_paths(symbol_of_seq(directory)->text, file.data, &candidate);
        else
            buffer_text(&candidate, file.data);
        absolute_path(candidate.data, &full);
        found = stat(candidate.data, &facts) == 0 && S_ISREG(facts.st_mode) && !(own.data && strcmp(own.data, full.data) == 0);
        if (found)
            buffer_text(to, candidate.data);
        buffer_free(&candidate);
        buffer_free(&full);
    }
    buffer_free(&file);
    buffer_free(&own);
    return found;
}

/* Runs a file in the Lobby. */
static Request load(Control *c, Buffer *path, uint32_t state)
{
    Buffer text = {0};
    Request r;
    if (read_file(path->data, &text)) {
        Message *chain;
        Value v = run_parse(text.data ? text.data : "", text.length, symbol_of_text(path->data), ctl_message(c), true, &chain);
        r = v == vm.unwind ? REQ_UNWIND : eval(c, chain, from_ref(PROTO(Lobby)), PROTO(Lobby), state);
    } else {
        r = raise_request(c, "unable to read file '%s'", path->data);
    }
    buffer_free(path);
    buffer_free(&text);
    return r;
}

/* Nobody answers a message: the exception holds the failing call. */
static Request not_found(Value target, const Symbol *name, Value call)
{
    Object *exception = object_clone(PROTO(Exception));
    Buffer b = {0};
    buffer_format(&b, "%s does not respond to '%s'", type_name(target), name->text);
    set_slot(exception, SYM(error), from_ref(seq_from_buffer(&b)));
    set_slot(exception, SYM(originalCall), call);
    raise_exception(exception);
    return REQ_UNWIND;
}

static Request missing(Control *c, const Symbol *name) { return raise_request(c, "Importer slot '%s' missing after file load", name->text); }

/* State 1: the file has run. */
static Request importing_forward(Control *c)
{
    Message *m = ctl_message(c);
    Value imported;
    Buffer path = {0};
    if (ctl_state(c) == 0)
        return find_file(m->name, m, &path) ? load(c, &path, 1) : not_found(ctl_self(c), m->name, call_of_control(c));
    if (get_own(PROTO(Lobby), m->name, &imported))
        return tail_perform(c, m, from_ref(PROTO(Lobby)), ctl_locals(c));
    return missing(c, m->name);
}

/* Operand: 0 the Call. States: 1 it is evaluated, 2 the file has run. */
static Request import(Control *c)
{
    Value imported;
    Buffer path = {0};
    if (ctl_state(c) == 0) {
        ctl_ops(c, 1);
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Call");
    }
    if (ctl_state(c) == 1) {
        if (!is_kind(ctl_value(c), K_CALL) || !((Call *)ref_of(ctl_value(c)))->activation)
            return wrong_arg(c, 0, ctl_value(c), "Call");
        c->op[0] = ctl_value(c);
    }
    Locals *l = ((Call *)ref_of(c->op[0]))->activation;
    if (ctl_state(c) == 1)
        return find_file(l->message->name, l->message, &path) ? load(c, &path, 2) : not_found(l->target, l->message->name, c->op[0]);
    return get_own(PROTO(Lobby), l->message->name, &imported) ? done(c, imported) : missing(c, l->message->name);
}

static void make_importer(Object *self)
{
    Object *files = object_new(shape_of_clones(PROTO(Object)));
    Value one = from_ref(files);
    set_slot(files, SYM(type), text_value("FileImporter"));
    data(self, "type", text_value("Importer"));
    data(self, "FileImporter", one);
    data(self, "importers", list_of(&one, 1));
}

static Prim importer_prims[] = {
    EAGER("paths", paths_of), EAGER("addSearchPath", add_search_path), EAGER("removeSearchPath", remove_search_path),
    CONTROL_TAKES("import", import, STOP_RETURN), CONTROL_TAKES("autoImportingForward", importing_forward, STOP_RETURN),
};

static Request lobby_exit(Control *c) { return done(c, vm.nil); }

static Prim lobby_prims[] = {CONTROL_TAKES("forward", importing_forward, STOP_RETURN), CONTROL("exit", lobby_exit)};

const Proto importer_protos[] = {
    {"Importer", NULL, K_ANY, false, TABLE(importer_prims), make_importer},
    {"Lobby", NULL, K_ANY, false, TABLE(lobby_prims), NULL},
};
