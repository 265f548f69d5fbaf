/* File (io-language 5.14). A File keeps the number of its stream, not the stream: field 0; 1 the path, 2 the mode. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../host/host.h"
#include "file.h"
#include "sequence.h"
#include "table.h"

enum { STREAMS = 1024, FIRST = 4 }; /* 1, 2 and 3 are the standard streams */

typedef struct Stream {
    FILE *file;
    bool was_writing; /* between reading and writing C wants a seek */
    bool at_end;      /* of standard input, which is the host's */
} Stream;

static Stream streams[STREAMS];

static Data *of(Value self) { return ref_of(self); }
static uint32_t number_of(Value self) { return is_num(of(self)->field[0]) ? (uint32_t)num_of(of(self)->field[0]) : 0; }

const char *file_path(Value self)
{
    Seq *path = as_seq(of(self)->field[1]);
    return path ? symbol_of_seq(path)->text : "";
}

static void set_field(Value self, int i, Value v)
{
    of(self)->field[i] = v;
    gc_wrote(of(self));
}

static Value mode_text(Value self)
{
    return is_ref(of(self)->field[2]) ? of(self)->field[2] : text_value("update");
}

/* The stream, or null with an exception. */
static Stream *open_stream(Value self, Message *at)
{
    uint32_t n = number_of(self);
    if (n == 0 || !streams[n].file) {
        raise_error(at, "file '%s' not yet open", file_path(self));
        return NULL;
    }
    return streams + n;
}

static Stream *to_read(Value self, Message *at)
{
    Stream *s = open_stream(self, at);
    if (s && s->was_writing) {
        fseek(s->file, 0, SEEK_CUR);
        s->was_writing = false;
    }
    return s;
}

static Stream *to_write(Value self, Message *at)
{
    Stream *s = open_stream(self, at);
    if (!s)
        return NULL;
    if (as_seq(of(self)->field[2]) && seq_is(as_seq(of(self)->field[2]), "read")) {
        raise_error(at, "file '%s' not open for write", file_path(self));
        return NULL;
    }
    if (!s->was_writing && number_of(self) >= FIRST)
        fseek(s->file, 0, SEEK_CUR);
    s->was_writing = true;
    return s;
}

void file_close_stream(Value self)
{
    uint32_t n = number_of(self);
    if (n >= FIRST && streams[n].file) {
        fclose(streams[n].file);
        streams[n].file = NULL;
    }
    set_field(self, 0, from_num(0));
}

/* Takes a stream over; false if there are too many. */
static bool keep(Value self, FILE *file, const char *mode)
{
    file_close_stream(self);
    for (uint32_t n = FIRST; n < STREAMS; n++) {
        if (streams[n].file)
            continue;
        streams[n] = (Stream){.file = file};
        set_field(self, 0, from_num(n));
        set_field(self, 2, text_value(mode));
        return true;
    }
    fclose(file);
    return false;
}

static bool is_input(const Stream *s) { return s == streams + 1; }

static int next_byte(Stream *s)
{
    if (!is_input(s))
        return getc(s->file);
    int c = s->at_end ? EOF : host_input();
    s->at_end = c == EOF;
    return c;
}

void close_files(void)
{
    for (uint32_t n = FIRST; n < STREAMS; n++) {
        if (streams[n].file)
            fclose(streams[n].file);
        streams[n].file = NULL;
    }
    streams[1].at_end = false;
}

/* ---- opening ---- */

static Value opened(Value self, Args a, const char *how, const char *mode)
{
    file_close_stream(self);
    FILE *f = fopen(file_path(self), how);
    if (!f)
        return raise_error(a.message, "unable to open file path '%s': %s", file_path(self), strerror(errno));
    if (!keep(self, f, mode))
        return raise_error(a.message, "too many open files");
    return self;
}

static Value cannot_create(Value self, Args a) { return raise_error(a.message, "unable to create file '%s': %s", file_path(self), strerror(errno)); }

static Value open_update(Value self, Args a)
{
    FILE *f = fopen(file_path(self), "r+b");
    if (!f)
        f = fopen(file_path(self), "w+b");
    if (!f)
        return cannot_create(self, a);
    return keep(self, f, "update") ? self : raise_error(a.message, "too many open files");
}

static Value open_for_reading(Value self, Args a) { return opened(self, a, "rb", "read"); }
static Value open_for_appending(Value self, Args a) { return opened(self, a, "ab+", "append"); }

/* Opens its path in the place of another file. */
static Value reopen(Value self, Args a)
{
    Value other = arg(a, 0), mode = mode_text(self);
    if (!is_kind(other, K_FILE))
        return raise_error(a.message, "Io Assertion 'arg must be a File'");
    Value opened_ = seq_is(ref_of(mode), "read") ? open_for_reading(self, a) : seq_is(ref_of(mode), "append") ? open_for_appending(self, a) : open_update(self, a);
    if (opened_ == vm.unwind)
        return opened_;
    file_close_stream(other);
    set_field(other, 0, of(self)->field[0]);
    set_field(other, 2, of(self)->field[2]);
    set_field(self, 0, from_num(0));
    return other;
}

static Value popen_file(Value self, Args a) { return raise_error(a.message, "error executing file path '%s'", file_path(self)); }

static Request this_source_file(Control *c)
{
    Value v = new_data(K_FILE, "File");
    set_field(v, 0, from_num(0));
    set_field(v, 1, text_value(ctl_message(c)->label->text));
    return done(c, v);
}

static Value file_close(Value self, Args a)
{
    (void)a;
    file_close_stream(self);
    return self;
}

static Value is_open(Value self, Args a)
{
    (void)a;
    return bool_value(number_of(self) && streams[number_of(self)].file);
}

static Value create(Value self, Args a)
{
    FILE *f = fopen(file_path(self), "ab");
    if (!f)
        return cannot_create(self, a);
    fclose(f);
    return self;
}

static Value flush(Value self, Args a)
{
    (void)a;
    if (number_of(self) == 2)
        host_flush();
    else if (number_of(self) && streams[number_of(self)].file)
        fflush(streams[number_of(self)].file);
    return self;
}

/* ---- whole contents ---- */

static Value contents(Value self, Args a)
{
    Buffer b = {0};
    fflush(NULL);
    if (!read_file(file_path(self), &b))
        return raise_error(a.message, "unable to read file '%s'", file_path(self));
    Seq *s = seq_from_bytes(b.data ? b.data : "", b.length);
    s->o.h.flags |= F_MUTABLE;
    buffer_free(&b);
    return from_ref(s);
}

static Value put(Value self, Args a, const char *mode)
{
    Seq *s = as_seq(arg(a, 0));
    if (!s)
        return wrong_argument(message_new(symbol_of_text("write")), 0, arg(a, 0), "Sequence");
    FILE *f = fopen(file_path(self), mode);
    if (!f)
        return cannot_create(self, a);
    Text t = seq_utf8(s);
    fwrite(t.data, 1, t.length, f);
    text_free(&t);
    fclose(f);
    return self;
}

static Value set_contents(Value self, Args a) { return put(self, a, "wb"); }
static Value append_to_contents(Value self, Args a) { return put(self, a, "ab"); }

/* ---- writing ---- */

static Value file_write(Value self, Args a)
{
    uint32_t n = number_of(self);
    Stream *s = n == 2 || n == 3 ? NULL : to_write(self, a.message);
    if (!s && n != 2 && n != 3)
        return vm.unwind;
    for (uint32_t i = 0; i < a.count; i++) {
        if (!as_seq(arg(a, i)))
            return wrong_argument(a.message, i, arg(a, i), "Sequence");
    }
    for (uint32_t i = 0; i < a.count; i++) {
        Text t = seq_utf8(as_seq(arg(a, i)));
        if (n == 2)
            emit(t.data, t.length);
        else if (n == 3)
            host_complain(t.data, t.length);
        else
            fwrite(t.data, 1, t.length, s->file);
        text_free(&t);
    }
    return self;
}

static Value at_put(Value self, Args a)
{
    double i, item;
    Stream *s = to_write(self, a.message);
    if (!s || !arg_num(a, 0, &i) || !arg_num(a, 1, &item))
        return vm.unwind;
    fseek(s->file, (long)i, SEEK_SET);
    fputc((int)item & 255, s->file);
    return self;
}

static Value truncate_to_size(Value self, Args a)
{
    double size;
    if (!arg_num(a, 0, &size))
        return vm.unwind;
    fflush(NULL);
    if (truncate(file_path(self), (off_t)size) != 0)
        return raise_error(a.message, "unable to truncate '%s'", file_path(self));
    return self;
}

/* ---- reading ---- */

/* A line without its newline; false at the end. */
static bool line_from(Stream *s, Buffer *b)
{
    int c;
    while ((c = next_byte(s)) != EOF && c != '\n')
        buffer_char(b, (char)c);
    if (c == EOF && b->length == 0)
        return false;
    if (b->length && b->data[b->length - 1] == '\r')
        b->length--;
    if (!b->data)
        buffer_add(b, "", 0);
    return true;
}

static Value bytes_value(Buffer *b)
{
    Seq *s = seq_from_bytes(b->data ? b->data : "", b->length);
    s->o.h.flags |= F_MUTABLE;
    buffer_free(b);
    return from_ref(s);
}

static Value read_line(Value self, Args a)
{
    Stream *s = to_read(self, a.message);
    Buffer b = {0};
    if (!s)
        return vm.unwind;
    return line_from(s, &b) ? bytes_value(&b) : vm.nil;
}

static Value read_lines(Value self, Args a)
{
    if (!number_of(self) && open_for_reading(self, a) == vm.unwind)
        return vm.unwind;
    Stream *s = to_read(self, a.message);
    Buffer b = {0};
    List *l = list_new(0);
    if (!s)
        return vm.unwind;
    while (line_from(s, &b))
        list_append(l, bytes_value(&b));
    return from_ref(l);
}

/* So many bytes, or what is left; nil at the end. */
static Value read_bytes(Stream *s, size_t most)
{
    Buffer b = {0};
    char part[4096];
    while (is_input(s) && b.length < most) {
        int c = next_byte(s);
        if (c == EOF)
            break;
        buffer_char(&b, (char)c);
    }
    while (!is_input(s) && b.length < most) {
        size_t want = most - b.length < sizeof part ? most - b.length : sizeof part, got = fread(part, 1, want, s->file);
        if (got == 0)
            break;
        buffer_add(&b, part, got);
    }
    if (b.length)
        return bytes_value(&b);
    buffer_free(&b);
    return vm.nil;
}

static Value read_of_length(Value self, Args a)
{
    Stream *s = to_read(self, a.message);
    uint32_t length;
    return s && arg_index(a, 0, &length) ? read_bytes(s, length) : vm.unwind;
}

static Value read_to_end(Value self, Args a)
{
    Stream *s = to_read(self, a.message);
    if (!s)
        return vm.unwind;
    Value v = read_bytes(s, SIZE_MAX);
    return v == vm.nil ? from_ref(seq_new(ITEM_UINT8, ENC_ASCII, 0, true)) : v;
}

static Value read_to_buffer(Value self, Args a)
{
    Stream *s = to_read(self, a.message);
    Seq *buffer = s ? arg_seq(a, 0) : NULL;
    uint32_t length;
    if (!buffer || !arg_index(a, 1, &length))
        return vm.unwind;
    Value v = read_bytes(s, length);
    if (v == vm.nil)
        return from_num(0);
    seq_append(buffer, ref_of(v));
    return from_num(((Seq *)ref_of(v))->count);
}

static Value is_at_end(Value self, Args a)
{
    Stream *s = to_read(self, a.message);
    return s ? bool_value(is_input(s) ? s->at_end : feof(s->file) != 0) : vm.unwind;
}

/* ---- positions ---- */

static Value seek(Value self, Args a, double to)
{
    Stream *s = open_stream(self, a.message);
    if (!s)
        return vm.unwind;
    if (!(to >= 0) || fseek(s->file, (long)to, SEEK_SET) != 0)
        return raise_error(a.message, "unable to set position %d file path '%s'", (int)to, file_path(self));
    s->was_writing = false;
    return self;
}

static Value position(Value self, Args a)
{
    Stream *s = open_stream(self, a.message);
    return s ? from_num((double)ftell(s->file)) : vm.unwind;
}

static Value set_position(Value self, Args a)
{
    double d;
    if (!open_stream(self, a.message) || !arg_num(a, 0, &d))
        return vm.unwind;
    return seek(self, a, d);
}

static Value rewind_file(Value self, Args a) { return seek(self, a, 0); }

static Value position_at_end(Value self, Args a)
{
    Stream *s = open_stream(self, a.message);
    if (!s)
        return vm.unwind;
    fseek(s->file, 0, SEEK_END);
    s->was_writing = false;
    return self;
}

static Value at(Value self, Args a)
{
    double d;
    Stream *s = to_read(self, a.message);
    if (!s || !arg_num(a, 0, &d) || seek(self, a, d) == vm.unwind)
        return vm.unwind;
    int c = next_byte(s);
    return c == EOF ? vm.nil : from_num(c);
}

/* ---- names ---- */

static Value path(Value self, Args a)
{
    (void)a;
    return as_seq(of(self)->field[1]) ? of(self)->field[1] : text_value("");
}

static Value set_path(Value self, Args a)
{
    Seq *s = arg_seq(a, 0);
    if (!s)
        return vm.unwind;
    set_field(self, 1, symbol_value(symbol_of_seq(s)));
    return self;
}

static Value name(Value self, Args a)
{
    (void)a;
    const char *text = file_path(self), *slash = strrchr(text, '/');
    return text_value(slash ? slash + 1 : text);
}

static Value base_name(Value self, Args a)
{
    (void)a;
    const char *text = file_path(self), *slash = strrchr(text, '/');
    text = slash ? slash + 1 : text;
    const char *dot = strrchr(text, '.');
    return text_value_n(text, dot ? (size_t)(dot - text) : strlen(text));
}

static Value mode(Value self, Args a)
{
    (void)a;
    uint32_t n = number_of(self);
    return n == 1 ? text_value("read") : n == 2 || n == 3 ? vm.nil : mode_text(self);
}

static Value temporary_file(Value self, Args a)
{
    (void)self;
    static const char path_[] = ".iovm-temporary";
    FILE *f = fopen(path_, "w+b");
    if (f)
        remove(path_); /* it lives as long as it is open */
    Value v = new_data(K_FILE, "File");
    of(v)->field[1] = text_value("");
    if (!f || !keep(v, f, "update"))
        return raise_error(a.message, "unable to create a temporary file");
    return v;
}

/* ---- loops. Operands: 0 next index, 1 last value ---- */

static Request each(Control *c, bool lines)
{
    uint32_t args = ctl_argc(c), name_at = 0;
    if (ctl_state(c) == 0) {
        if (args < 2)
            return raise_request(c, "[File %s] requires 2 arguments\n", lines ? "foreachLine" : "foreach");
        ctl_ops(c, 2);
        c->op[0] = from_num(0);
    } else if (!ctl_end_turn(c, 1)) {
        return done(c, c->value);
    }
    Stream *s = to_read(ctl_self(c), ctl_message(c));
    Buffer b = {0};
    if (!s)
        return REQ_UNWIND;
    Value v;
    if (lines) {
        if (!line_from(s, &b))
            return done(c, c->op[1]);
        v = bytes_value(&b);
    } else {
        int item = next_byte(s);
        if (item == EOF)
            return done(c, c->op[1]);
        v = from_num(item);
    }
    if (args > 2)
        ctl_set_local(c, ctl_arg(c, name_at++)->name, c->op[0]);
    c->op[0] = from_num(num_of(c->op[0]) + 1);
    ctl_set_local(c, ctl_arg(c, name_at++)->name, v);
    return eval_arg(c, name_at, 1);
}

static Request foreach_line(Control *c) { return each(c, true); }
static Request file_foreach(Control *c) { return each(c, false); }

static Value standard(const char *text, uint32_t n)
{
    Value v = from_ref(object_clone(proto_named("File")));
    of(v)->field[0] = from_num(n);
    of(v)->field[1] = text_value(text);
    return v;
}

static void make(Object *self)
{
    streams[1].file = stdin;
    streams[2].file = stdout;
    streams[3].file = stderr;
    ((Data *)self)->field[0] = from_num(0);
    ((Data *)self)->field[1] = text_value("");
    data(self, "standardInput", standard("<standard input>", 1));
    data(self, "standardOutput", standard("<standard output>", 2));
    data(self, "standardError", standard("<standard error>", 3));
    data(self, "streamReadSize", from_num(65536));
    static const char *const nils[] = {"streamDestination", "descriptor", "descriptorId", "exitStatus", "termSignal"};
    for (size_t i = 0; i < sizeof nils / sizeof *nils; i++)
        data(self, nils[i], vm.nil);
}
static Prim prims[] = {
    EAGER("open", open_update), EAGER("openForReading", open_for_reading), EAGER("openForUpdating", open_update),
    EAGER("openForAppending", open_for_appending), EAGER("close", file_close), EAGER("isOpen", is_open), EAGER("create", create),
    EAGER("flush", flush), EAGER("contents", contents), EAGER("asBuffer", contents), EAGER("setContents", set_contents),
    EAGER("appendToContents", append_to_contents), EAGER("write", file_write), EAGER("atPut", at_put), EAGER("truncateToSize", truncate_to_size),
    EAGER("readLine", read_line), EAGER("readLines", read_lines), EAGER("readStringOfLength", read_of_length),
    EAGER("readBufferOfLength", read_of_length), EAGER("readToEnd", read_to_end), EAGER("readToBufferLength", read_to_buffer),
    EAGER("isAtEnd", is_at_end), EAGER("position", position), EAGER("setPosition", set_position), EAGER("rewind", rewind_file),
    EAGER("positionAtEnd", position_at_end), EAGER("at", at), EAGER("path", path), EAGER("setPath", set_path), EAGER("name", name),
    EAGER("baseName", base_name), EAGER("mode", mode), EAGER("reopen", reopen), EAGER("popen", popen_file),
    CONTROL_ANY("thisSourceFile", this_source_file), EAGER("temporaryFile", temporary_file), CONTROL_TAKES("foreachLine", foreach_line, STOP_LOOP),
    CONTROL_TAKES("foreach", file_foreach, STOP_LOOP),
};

const Proto file_proto = {"File", NULL, K_FILE, false, TABLE(prims), make};
