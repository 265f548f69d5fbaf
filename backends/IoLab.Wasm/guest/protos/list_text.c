/* List: texts (io-language 8). */
#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "table.h"

static List *of(Control *c) { return ref_of(ctl_self(c)); }

enum { SHOWN_ITEMS = 30, DEEPEST = 200 };

static bool is_plain_list(Value v);

/* The text of a list, or null if an item has to be asked. `open` are the lists around it. */
static Seq *show_plain(List *l, bool simple, List **open, uint32_t depth)
{
    Seq **pieces = malloc((2 * (size_t)l->count + 4) * sizeof *pieces);
    if (!pieces)
        return NULL;
    size_t count = 0;
    uint32_t length = 0;
    pieces[count++] = seq_from_text("list(");
    for (uint32_t i = 0; i < l->count && !(simple && (i >= SHOWN_ITEMS || length > 40)); i++) {
        Value v = resolve(list_at(l, i));
        Seq *text = NULL;
        if (is_plain_list(v)) {
            for (uint32_t k = 0; k < depth && !text; k++) {
                if (open[k] == ref_of(v))
                    text = seq_from_text("list(...)");
            }
            if (!text && depth < DEEPEST) {
                open[depth] = ref_of(v);
                text = show_plain(ref_of(v), true, open, depth + 1);
            }
        } else {
            text = plain_text(v, SYM(asSimpleString));
        }
        if (!text) {
            free(pieces);
            return NULL;
        }
        if (simple)
            text = seq_quote(text);
        if (i)
            pieces[count++] = seq_from_text(", ");
        pieces[count++] = text;
        length += text->count;
    }
    pieces[count++] = seq_from_text(")");
    Seq *all = seq_concat(pieces, count, false);
    free(pieces);
    return all && simple ? cut_text(all) : all;
}

static Seq *plain_of(Value self, bool simple)
{
    List *open[DEEPEST + 1];
    open[0] = ref_of(self);
    return show_plain(ref_of(self), simple, open, 1);
}

static Seq *plain_string(Value self) { return plain_of(self, false); }
static Seq *plain_simple(Value self) { return plain_of(self, true); }

/* Operands: 0 the items, 1 their texts so far. */
static Request show(Control *c, bool simple)
{
    if (ctl_state(c) == 0) {
        Seq *plain = plain_of(ctl_self(c), simple);
        if (plain)
            return done(c, from_ref(plain));
        List *l = of(c);
        ctl_ops(c, 2);
        c->op[0] = from_ref(list_slice(l, 0, simple && l->count > SHOWN_ITEMS ? SHOWN_ITEMS : l->count));
        c->op[1] = from_ref(list_new(0));
    }
    Request r;
    if (!collect_texts(c, SYM(asSimpleString), 0, 1, &r))
        return r;
    List *texts = ref_of(c->op[1]);
    Seq **pieces = malloc((2 * (size_t)texts->count + 4) * sizeof *pieces);
    if (!pieces)
        return raise_request(c, "out of memory");
    size_t count = 0;
    pieces[count++] = seq_from_text("list(");
    for (uint32_t i = 0; i < texts->count; i++) {
        Seq *text = as_seq(resolve(list_at(texts, i)));
        if (!text)
            text = plain_text(list_at(texts, i), SYM(asString));
        if (!text)
            text = seq_from_text(type_name(list_at(texts, i)));
        if (i)
            pieces[count++] = seq_from_text(", ");
        pieces[count++] = simple ? seq_quote(text) : text;
    }
    pieces[count++] = seq_from_text(")");
    Seq *all = seq_concat(pieces, count, false);
    free(pieces);
    return done(c, from_ref(simple ? cut_text(all) : all));
}

static Request as_string(Control *c) { return show(c, false); }
static Request as_simple_string(Control *c) { return show(c, true); }

static bool is_plain_list(Value v)
{
    Value slot;
    return is_kind(v, K_LIST) && get_slot(v, SYM(asSimpleString), &slot) && is_prim(slot, NULL, as_simple_string);
}

/* Operands: 0 texts so far, 1 the separator's text. */
static Request join(Control *c)
{
    switch (ctl_state(c)) {
    case 0:
        ctl_ops(c, 2);
        c->op[0] = from_ref(list_new(of(c)->count));
        c->op[1] = text_value("");
        if (ctl_argc(c))
            return eval_arg(c, 0, 1);
        break;
    case 1:
        if (ctl_value(c) == vm.nil)
            break;
        return perform(c, ask_message(SYM(asString), NULL), c->value, ctl_locals(c), 2);
    case 2:
        c->op[1] = ctl_value(c);
        break;
    default:
        list_append(ref_of(c->op[0]), ctl_value(c));
        break;
    }
    List *l = of(c), *texts = ref_of(c->op[0]);
    uint64_t bytes = 0;
    while (texts->count < l->count) {
        Seq *text = plain_text(list_at(l, texts->count), SYM(asString));
        if (!text)
            return perform(c, ask_message(SYM(asString), NULL), list_at(l, texts->count), ctl_locals(c), 3);
        bytes += seq_bytes(text);
        if (!gc_may_allocate(bytes))
            return unwinding(over_memory());
        list_append(texts, from_ref(text));
    }
    Seq *separator = as_seq(c->op[1]);
    Seq **pieces = malloc((2 * (size_t)texts->count + 1) * sizeof *pieces);
    if (!pieces)
        return raise_request(c, "out of memory");
    size_t count = 0;
    for (uint32_t i = 0; i < texts->count; i++) {
        if (i && separator)
            pieces[count++] = separator;
        if (as_seq(list_at(texts, i)))
            pieces[count++] = as_seq(list_at(texts, i));
    }
    Seq *all = seq_concat(pieces, count, true);
    free(pieces);
    return all ? done(c, from_ref(all)) : unwinding(over_memory());
}

static Prim prims[] = {
    CONTROL_PLAIN("asString", as_string, plain_string), CONTROL_PLAIN("asSimpleString", as_simple_string, plain_simple), CONTROL("join", join),
};

const Proto list_text_proto = {"List", NULL, K_LIST, false, TABLE(prims), NULL};
