/* Path (io-language 5.15). */
#include "path.h"

#include <stdlib.h>

#include "../host/host.h"
#include "table.h"

void join_paths(const char *left, const char *right, Buffer *to)
{
    buffer_text(to, left);
    if (to->length && to->data[to->length - 1] != '/' && right[0] != '/')
        buffer_char(to, '/');
    buffer_text(to, to->length && to->data[to->length - 1] == '/' && right[0] == '/' ? right + 1 : right);
}

static const char *home(void)
{
    const char *path = getenv("HOME");
    return path ? path : "";
}

void absolute_path(const char *path, Buffer *to)
{
    char here[4096];
    if (path[0] == '/')
        buffer_text(to, path);
    else if (path[0] == '~' && (!path[1] || path[1] == '/'))
        buffer_format(to, "%s%s", home(), path + 1);
    else
        join_paths(host_directory(here, sizeof here), path, to);
}

static Value absolute_value(const char *path)
{
    Buffer b = {0};
    absolute_path(path, &b);
    return from_ref(seq_from_buffer(&b));
}

static Value path_with(Value self, Args a)
{
    (void)self;
    Buffer b = {0};
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *part = as_seq(arg(a, i));
        if (!part) {
            buffer_free(&b);
            return wrong_argument(message_new(symbol_of_text("appendPathSeq")), 0, arg(a, i), "Sequence");
        }
        Buffer joined = {0};
        if (b.length)
            join_paths(b.data, symbol_of_seq(part)->text, &joined);
        else
            buffer_text(&joined, symbol_of_seq(part)->text);
        buffer_free(&b);
        b = joined;
    }
    return from_ref(seq_from_buffer(&b));
}

static Value is_path_absolute(Value self, Args a)
{
    (void)self;
    Symbol *s = arg_symbol(a, 0);
    return s ? bool_value(s->text[0] == '/') : vm.unwind;
}

static Value absolute(Value self, Args a)
{
    (void)self;
    Symbol *s = arg_symbol(a, 0);
    return s ? absolute_value(s->text) : vm.unwind;
}

static Request this_source_file_path(Control *c) { return done(c, absolute_value(ctl_message(c)->label->text)); }

static Value tilde_expands_to(Value self, Args a)
{
    (void)self;
    (void)a;
    return text_value(home());
}

static void make(Object *self)
{
    data(self, "type", text_value("Path"));
    data(self, "hasDriveLetters", vm.no);
}

static Prim prims[] = {
    EAGER("with", path_with), EAGER("isPathAbsolute", is_path_absolute), EAGER("absolute", absolute),
    CONTROL("thisSourceFilePath", this_source_file_path),
};
static Prim core_prims[] = {EAGER("tildeExpandsTo", tilde_expands_to)};

const Proto path_protos[] = {
    {"Path", NULL, K_ANY, false, TABLE(prims), make},
    {"Core", NULL, K_ANY, true, TABLE(core_prims), NULL},
};
