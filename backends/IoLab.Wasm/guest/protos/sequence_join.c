/* Sequence: joining, interpolation (io-language 5.3, 7). */
#include <math.h>

#include "../exec/call.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

/* What is joined for a value: a sequence's own items, or a text; null if it must be asked for one. */
static Seq *items_of(Value v)
{
    Seq *s = as_seq(v);
    return s ? s : plain_text(v, SYM(asString));
}


static bool all_have_items(Args a)
{
    for (uint32_t i = 0; i < a.count; i++) {
        if (!items_of(arg(a, i)))
            return false;
    }
    return true;
}

/* Some value must be asked for its text: `self name(value asString) name(...)` instead, for each of them. */
static Value join_asked(Args a, const char *name, bool is_backwards)
{
    Message *first = ask_message(SYM(self), NULL), *last = first;
    for (uint32_t i = 0; i < a.count; i++) {
        Message *value = message_literal(arg(a, is_backwards ? a.count - 1 - i : i)), *next = ask_message(symbol_of_text(name), NULL);
        Array *args = array_new(1);
        message_set_next(value, ask_message(SYM(asString), NULL));
        array_set(args, 0, from_ref(value));
        message_set_args(next, args);
        message_set_next(last, next);
        last = next;
    }
    Block *block = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    block->body = first;
    block->o.h.flags |= F_OPAQUE | F_PASS_STOPS;
    gc_wrote(block);
    vm.redirect = from_ref(block);
    return vm.unwind;
}

static Value append_seq(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    if (a.count == 0)
        return raise_error(a.message, "Io Assertion 'requires at least one argument'");
    if (!all_have_items(a))
        return join_asked(a, "`appendItems", false);
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *text = items_of(arg(a, i));
        if (!gc_may_allocate(((uint64_t)s->count + text->count) * item_size((ItemType)s->type)))
            return over_memory();
        seq_append(s, text);
    }
    return self;
}

static Value prepend_seq(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "atInsertSeq");
    if (!s)
        return vm.unwind;
    if (!all_have_items(a))
        return join_asked(a, "`prependItems", true);
    for (uint32_t i = a.count; i > 0; i--)
        seq_splice(s, 0, 0, items_of(arg(a, i - 1)));
    return self;
}

static Value append_items(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "appendSeq"), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    seq_append(s, other);
    return self;
}

static Value prepend_items(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "atInsertSeq"), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    seq_splice(s, 0, 0, other);
    return self;
}

static Value at_insert_seq(Value self, Args a)
{
    uint32_t i;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_index(a, 0, &i))
        return vm.unwind;
    Seq *text = items_of(arg(a, 1));
    if (!text)
        return redirect(SYM(atInsertSeq));
    if (i > s->count)
        return raise_error(a.message, "Io Assertion 'insert index out of sequence bounds'");
    seq_splice(s, i, 0, text);
    return self;
}

static Value concatenate(Value self, Args a)
{
    Seq *parts[2] = {of(self), as_seq(arg(a, 0))};
    if (parts[0]->encoding == ENC_NUMBER)
        parts[0] = plain_text(self, SYM(asString));
    if (!parts[1] || parts[1]->encoding == ENC_NUMBER)
        parts[1] = plain_text(arg(a, 0), SYM(asString));
    if (!parts[0] || !parts[1])
        return redirect(SYM(concatenate));
    Seq *all = seq_join(parts[0], parts[1]);
    return all ? from_ref(all) : over_memory();
}

/* Of a vector the items, not its text. */
static Value clone_append(Value self, Args a)
{
    Seq *other = plain_text(arg(a, 0), SYM(asString)), *all = other ? seq_join(of(self), other) : NULL;
    if (!other)
        return redirect(SYM(concatenate));
    return all ? from_ref(all) : over_memory();
}

static Value join_items(Value self, Args a)
{
    Seq *other = arg_seq(a, 0);
    if (!other)
        return vm.unwind;
    Seq *all = seq_join(of(self), other);
    return all ? from_ref(all) : over_memory();
}

static Value with(Value self, Args a)
{
    Seq *s = seq_slice(of(self), 0, of(self)->count, true);
    for (uint32_t i = 0; i < a.count; i++) {
        Seq *other = arg_seq(a, i);
        if (!other)
            return vm.unwind;
        seq_append(s, other);
    }
    return from_ref(seq_slice(s, 0, s->count, seq_is_mutable(of(self))));
}

static Value repeated(Value self, Args a)
{
    double times;
    if (!arg_num(a, 0, &times))
        return vm.unwind;
    times = times > 0 ? ceil(times) : 0; /* as in a loop: a part of a turn is a turn */
    Seq *s = of(self);
    if (!(times * s->count < 1e9) || !gc_may_allocate((uint64_t)(times * (double)seq_bytes(s))))
        return over_memory();
    uint32_t n = (uint32_t)times;
    Seq *all = seq_new((ItemType)s->type, (Encoding)s->encoding, s->count * n, true);
    for (uint32_t i = 0; i < n && s->count; i++)
        memcpy(all->bytes->data + i * seq_bytes(s), s->bytes->data, seq_bytes(s));
    return from_ref(all);
}
/* ---- interpolation ---- */

/* A piece of what an interpolation answers. Pieces are pairs (the pairs before, a piece), last first: nothing is changed in place, so that a continuation
   can go on twice. */
static void add_piece(Control *c, Seq *text)
{
    Value pair[] = {c->op[2], from_ref(seq_is_mutable(text) ? seq_slice(text, 0, text->count, false) : text)};
    c->op[2] = list_of(pair, 2);
}

static Seq *joined_pieces(Control *c)
{
    List *pieces = list_new(0);
    for (List *l = as_list(c->op[2]); l; l = as_list(list_at(l, 0)))
        list_append(pieces, list_at(l, 1));
    Seq *all = seq_slice(ref_of(c->op[0]), 0, 0, true);
    for (uint32_t i = pieces->count; i > 0; i--) {
        const Seq *piece = ref_of(list_at(pieces, i - 1));
        if (!gc_may_allocate(((uint64_t)all->count + piece->count) * item_size((ItemType)all->type)))
            return NULL;
        seq_append(all, piece);
    }
    return all;
}

/* Operands: 0 the source, 1 the place in it, 2 the pieces so far, 3 the context. State 1: context known; 2: a value; 3: its text. */
static Request interpolate_into(Control *c, bool in_place)
{
    uint32_t state = ctl_state(c);
    if (state == 0) {
        Seq *self = of(ctl_self(c));
        if (in_place && !seq_is_mutable(self))
            return raise_request(c, "'%s' cannot be called on an immutable Sequence", ctl_message(c)->name->text);
        ctl_ops(c, 4);
        c->op[0] = from_ref(seq_is_mutable(self) ? seq_slice(self, 0, self->count, false) : self);
        c->op[1] = from_num(0);
        c->op[3] = c->f.ctx;
        if (ctl_argc(c))
            return eval_arg(c, 0, 1);
    } else if (state == 1) {
        if (ctl_value(c) != vm.nil)
            c->op[3] = ctl_value(c);
    } else {
        Seq *text = state == 3 ? as_seq(ctl_value(c)) : plain_text(c->value, SYM(asString));
        if (!text && state == 2)
            return perform(c, ask_message(SYM(asString), NULL), c->value, ctl_locals(c), 3);
        if (text)
            add_piece(c, text);
    }
    Seq *source = ref_of(c->op[0]), *opening = seq_from_text("#{"), *closing = seq_from_text("}");
    for (;;) {
        uint32_t from = (uint32_t)num_of(c->op[1]);
        int64_t open = seq_find(source, opening, from), close = open < 0 ? -1 : seq_find(source, closing, (uint32_t)open);
        uint32_t end = close < 0 ? source->count : (uint32_t)open;
        if (end > from)
            add_piece(c, seq_slice(source, from, end - from, false));
        if (close < 0)
            break;
        c->op[1] = from_num((double)close + 1);
        Text code = seq_utf8(seq_slice(source, (uint32_t)open + 2, (uint32_t)(close - open) - 2, false));
        Message *chain;
        Value parsed = run_parse(code.data, code.length, ctl_message(c)->label, ctl_message(c), true, &chain);
        text_free(&code);
        if (parsed == vm.unwind)
            return REQ_UNWIND;
        if (chain)
            return eval(c, chain, resolve(c->op[3]), as_context(c->op[3]), 2);
    }
    Seq *all = joined_pieces(c);
    if (!all)
        return unwinding(over_memory());
    if (!in_place)
        return done(c, all->count ? from_ref(seq_slice(all, 0, all->count, false)) : symbol_value(SYM(empty)));
    seq_take(of(ctl_self(c)), all);
    return done(c, c->f.target);
}

static Request interpolate(Control *c) { return interpolate_into(c, false); }
static Request interpolate_in_place(Control *c) { return interpolate_into(c, true); }
static Prim prims[] = {
    EAGER("..", concatenate), EAGER("appendSeq", append_seq), EAGER("prependSeq", prepend_seq), EAGER("atInsertSeq", at_insert_seq),
    EAGER("cloneAppendSeq", clone_append), EAGER("with", with), EAGER("repeated", repeated), EAGER("`join", join_items),
    EAGER("`appendItems", append_items), EAGER("`prependItems", prepend_items), CONTROL("interpolate", interpolate),
    CONTROL("interpolateInPlace", interpolate_in_place),
};

const Proto sequence_join_proto = {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), NULL};
