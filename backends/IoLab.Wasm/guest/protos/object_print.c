/* Object: texts and output (io-language 4.5). */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/number.h"
#include "../exec/call.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "../host/host.h"
#include "table.h"

void emit(const char *text, size_t length) { host_write(text, length); }

void emit_seq(const Seq *s)
{
    Text t = seq_utf8(s);
    emit(t.data, t.length);
    text_free(&t);
}

Seq *plain_text(Value v, Symbol *name)
{
    Found found;
    v = resolve(v);
    if (is_num(v) && name == SYM(asString) && !vm.has_number_slots) {
        char text[NUMBER_TEXT_MAX];
        size_t length = number_text(num_of(v), text);
        Value slot;
        if (get_slot(v, name, &slot) && prim_of(slot) && prim_of(slot)->kind == K_NUMBER)
            return seq_from_bytes(text, length);
    }
    if (!lookup(lookup_start(v), name, &found))
        return NULL;
    Value slot = read_slot(found.holder, found.index);
    if (!is_ref(slot))
        return NULL;
    if (!(object_of(slot)->h.flags & F_ACTIVATABLE))
        return as_seq(slot);
    const Prim *p = prim_of(slot);
    if (!p || (p->kind != K_ANY && !(p->flags & PRIM_ANY) && (Kind)p->kind != kind_of(v)))
        return NULL;
    if (p->plain)
        return p->plain(v);
    if (!p->eager)
        return NULL;
    Value answer = p->eager(v, (Args){NULL, 0, ask_message(name, NULL)});
    if (answer != vm.unwind)
        return as_seq(answer);
    /* Neither a redirect nor an error is ours to handle: the send that follows meets it again. */
    vm.redirect = 0;
    vm.stop = STOP_NONE;
    return NULL;
}

Seq *cut_text(Seq *s)
{
    if (s->count <= 40)
        return s;
    Seq *parts[] = {seq_slice(s, 0, 37, false), seq_from_text("...")};
    return seq_concat(parts, 2, false);
}

bool collect_texts(Control *c, Symbol *name, uint32_t values, uint32_t texts, Request *request)
{
    List *all = ref_of(c->op[values]), *known = ref_of(c->op[texts]);
    if (ctl_state(c) == 1)
        list_append(known, c->value);
    while (known->count < all->count) {
        Value v = list_at(all, known->count);
        Seq *text = plain_text(v, name);
        if (!text) {
            *request = perform(c, ask_message(name, NULL), v, ctl_locals(c), 1);
            return false;
        }
        list_append(known, from_ref(text));
    }
    return true;
}

static Value answer_text(Seq *s) { return s ? from_ref(s) : over_memory(); }

/* ---- print ---- */

static Value object_print(Value self, Args a)
{
    (void)a;
    Seq *text = plain_text(self, SYM(asString));
    if (!text)
        return redirect(SYM(print));
    emit_seq(text);
    return self;
}

/* Is its `print` the library's, which writes what asString answers? */
static bool prints_plainly(Value v)
{
    Value print;
    const Prim *p = get_slot(v, SYM(print), &print) ? prim_of(print) : NULL;
    return p && strcmp(p->name, "print") == 0 && (strcmp(p->proto, "Object") == 0 || strcmp(p->proto, "Sequence") == 0);
}

static Value object_println(Value self, Args a)
{
    (void)a;
    Seq *text = prints_plainly(self) ? plain_text(self, SYM(asString)) : NULL;
    if (!text)
        return redirect(SYM(println));
    emit_seq(text);
    emit("\n", 1);
    return self;
}

static Value concatenate(Value self, Args a)
{
    Seq *parts[2] = {plain_text(self, SYM(asString)), plain_text(arg(a, 0), SYM(asString))};
    if (!parts[0] || !parts[1])
        return redirect(SYM(concatenate));
    return answer_text(seq_join(parts[0], parts[1]));
}

/* Operands: the arguments' values. States: n + 1 + i the text of argument i is computed, 2n + 1 + i it has printed itself. */
static Request write_all(Control *c, bool newline)
{
    uint32_t count = ctl_argc(c), state = ctl_state(c);
    if (state <= count) {
        if (state == 0)
            ctl_ops(c, count);
        else
            c->op[state - 1] = c->value;
        if (state < count)
            return eval_arg(c, state, state + 1);
        state = count + 1;
    } else if (state > 2 * count) {
        state += 1 - count;
    } else {
        Seq *written = as_seq(ctl_value(c));
        if (!written)
            written = plain_text(c->value, SYM(asString));
        if (written)
            emit_seq(written);
        state++;
    }
    for (uint32_t i = state - count - 1; i < count; i++) {
        if (!prints_plainly(c->op[i]))
            return perform(c, ask_message(SYM(print), NULL), c->op[i], ctl_locals(c), 2 * count + 1 + i);
        Seq *text = plain_text(c->op[i], SYM(asString));
        if (!text)
            return perform(c, ask_message(SYM(asString), NULL), c->op[i], ctl_locals(c), count + 1 + i);
        emit_seq(text);
    }
    if (newline)
        emit("\n", 1);
    return done(c, vm.nil);
}

static Request object_write(Control *c) { return write_all(c, false); }
static Request object_writeln(Control *c) { return write_all(c, true); }

/* ---- asString, asSimpleString, slotSummary ---- */


static Seq *with_identity(Value self, Seq *type)
{
    Seq *parts[] = {type, seq_from_text("_"), unique_id(self)};
    return seq_concat(parts, 3, false);
}

static Seq *plain_simple(Value self)
{
    Value type;
    if (!get_slot(self, SYM(type), &type))
        return NULL;
    if (as_seq(type))
        return with_identity(self, as_seq(type));
    const Prim *p = prim_of(type);
    return p && p->proto && strcmp(p->proto, "Object") == 0 ? with_identity(self, seq_from_text(kind_name(self))) : NULL;
}

static Request as_simple_string(Control *c)
{
    Value self = ctl_self(c);
    if (ctl_state(c) == 0) {
        Seq *plain = plain_simple(self);
        if (plain)
            return done(c, from_ref(plain));
        return perform(c, ask_message(SYM(type), NULL), self, ctl_locals(c), 1);
    }
    Seq *type = as_seq(ctl_value(c));
    if (!type)
        type = plain_text(c->value, SYM(asString));
    return done(c, from_ref(with_identity(self, type ? type : seq_from_text(kind_name(self)))));
}

static int by_text(const void *a, const void *b) { return symbol_compare(*(Symbol *const *)a, *(Symbol *const *)b); }

static bool contains_lower(const Symbol *name, const char *keyword)
{
    size_t n = strlen(keyword);
    for (size_t i = 0; i + n <= name->length; i++) {
        size_t k = 0;
        while (k < n && tolower((unsigned char)name->text[i + k]) == keyword[k])
            k++;
        if (k == n)
            return true;
    }
    return false;
}

/* The names of own slots in order, those that contain a keyword if there is one. */
static List *sorted_names(Value self, const char *keyword)
{
    uint32_t count;
    Symbol **names = visible_names(self, &count);
    qsort(names, count, sizeof *names, by_text);
    List *l = list_new(count);
    for (uint32_t i = 0; i < count; i++) {
        if (!keyword || contains_lower(names[i], keyword))
            list_append(l, symbol_value(names[i]));
    }
    free(names);
    return l;
}

static Value own_slot(Value self, Value name)
{
    Value v;
    self = resolve(self);
    Object *o = is_ref(self) ? object_of(self) : number_stand_in(num_of(self), false);
    return o && get_own(o, symbol_of_seq(ref_of(name)), &v) ? v : vm.nil;
}

static Seq *summary(List *names, List *texts)
{
    uint32_t count = 0;
    Seq **pieces = malloc((names->count * 3 + 3) * sizeof *pieces);
    if (!pieces)
        return NULL;
    pieces[count++] = seq_from_text(" ");
    for (uint32_t i = 0; i < texts->count; i++) {
        Seq *text = as_seq(list_at(texts, i));
        if (!text)
            text = plain_text(list_at(texts, i), SYM(asString));
        if (!text)
            text = seq_from_text(kind_name(list_at(texts, i)));
        if (i > 0) {
            Buffer b = {0};
            buffer_format(&b, "  %-16s = ", symbol_of_seq(as_seq(list_at(names, i - 1)))->text);
            pieces[count++] = seq_from_buffer(&b);
        }
        pieces[count++] = text;
        pieces[count++] = seq_from_text(i == 0 ? ":\n" : "\n");
    }
    Seq *all = seq_concat(pieces, count, false);
    free(pieces);
    return all;
}

/* Operands: 0 names, 1 texts: the header's, then the values'. State 1: the keyword is known; 2: a text is. */
static Request summarize(Control *c, bool has_keyword)
{
    Value self = ctl_self(c);
    if (ctl_state(c) == 0 && has_keyword && ctl_argc(c))
        return eval_arg(c, 0, 1);
    if (ctl_state(c) < 2) {
        Seq *keyword = ctl_state(c) == 1 ? as_seq(ctl_value(c)) : NULL;
        ctl_ops(c, 2);
        c->op[0] = from_ref(sorted_names(self, keyword ? symbol_of_seq(keyword)->text : NULL));
        c->op[1] = from_ref(list_new(0));
    }
    List *names = ref_of(c->op[0]), *texts = ref_of(c->op[1]);
    if (ctl_state(c) == 2)
        list_append(texts, c->value);
    while (texts->count <= names->count) {
        Value v = texts->count == 0 ? self : own_slot(self, list_at(names, texts->count - 1));
        Seq *text = plain_text(v, SYM(asSimpleString));
        if (!text)
            return perform(c, ask_message(SYM(asSimpleString), NULL), v, ctl_locals(c), 2);
        list_append(texts, from_ref(text));
    }
    return done(c, from_ref(summary(names, texts)));
}

Seq *plain_summary(Value self)
{
    List *names = sorted_names(self, NULL), *texts = list_new(names->count + 1);
    for (uint32_t i = 0; i <= names->count; i++) {
        Seq *text = plain_text(i == 0 ? self : own_slot(self, list_at(names, i - 1)), SYM(asSimpleString));
        if (!text)
            return NULL;
        list_append(texts, from_ref(text));
    }
    return summary(names, texts);
}

static Request object_as_string(Control *c) { return summarize(c, false); }
static Request slot_summary(Control *c) { return summarize(c, true); }

/* Operands: 0 names, 1 values, 2 their texts. */
static Request slot_description_map(Control *c)
{
    if (ctl_state(c) == 0) {
        List *names = sorted_names(c->f.target, NULL), *values = list_new(names->count);
        for (uint32_t i = 0; i < names->count; i++)
            list_append(values, own_slot(c->f.target, list_at(names, i)));
        ctl_ops(c, 3);
        c->op[0] = from_ref(names);
        c->op[1] = from_ref(values);
        c->op[2] = from_ref(list_new(0));
    }
    Request r;
    if (!collect_texts(c, SYM(asSimpleString), 1, 2, &r))
        return r;
    Map *m = map_new();
    List *names = ref_of(c->op[0]), *texts = ref_of(c->op[2]);
    for (uint32_t i = 0; i < names->count; i++)
        map_put(m, symbol_of_seq(as_seq(list_at(names, i))), list_at(texts, i));
    return done(c, from_ref(m));
}

static Prim prims[] = {
    {.name = "print", .eager = object_print, .flags = PRIM_LOCALS | PRIM_GUARDED},
    GUARDED("println", object_println),
    CONTROL_LOCALS("write", object_write, 0),
    CONTROL_LOCALS("writeln", object_writeln, 0),
    GUARDED("..", concatenate),
    CONTROL_PLAIN("asString", object_as_string, plain_summary),
    CONTROL_PLAIN("asSimpleString", as_simple_string, plain_simple),
    CONTROL("slotSummary", slot_summary),
    CONTROL("slotDescriptionMap", slot_description_map),
};

const Proto object_print_proto = {"Object", NULL, K_ANY, false, TABLE(prims), NULL};
