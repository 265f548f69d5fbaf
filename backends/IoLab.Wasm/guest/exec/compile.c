/* The compiler: one pass over a chain, operands counted as they come and go. */
#include "compile.h"

#include <stdlib.h>

#include "../core/fail.h"
#include "layout.h"
#include "ops.h"

enum { DEEPEST = 120 }; /* deeper arguments are evaluated as chains of their own: the compiler recurses */

typedef struct Loop {
    struct Loop *outer;
    uint32_t args_depth;    /* how many argument regions were open where it began */
    uint32_t value_depth;   /* operands below its value */
    uint32_t patches[32];   /* BREAK_TOs that leave it */
    uint32_t patch_count;
} Loop;

typedef struct Compiler {
    Code *code;
    Shape *layout;
    uint32_t *words;
    uint32_t count, cap;
    Value *literals;
    uint32_t literal_count, literal_cap;
    Cache *caches;
    uint32_t cache_count, cache_cap;
    Region *regions;
    uint32_t region_count, region_cap;
    Construct *constructs;
    uint32_t *ends; /* of each construct the word behind it */
    uint32_t construct_count, construct_cap, end_count, end_cap;
    uint32_t depth, max_depth; /* operands */
    uint32_t args_depth;       /* open argument regions */
    uint32_t nesting;
    uint32_t last_local;       /* where a LOCAL was emitted last that nothing jumps behind */
    Loop *loop;
} Compiler;

#define GROW(array, count, cap) \
    do { \
        if ((count) == (cap)) { \
            (cap) = (cap) ? (cap) * 2 : 16; \
            (array) = realloc((array), (cap) * sizeof *(array)); \
            if (!(array)) \
                fail_out_of_memory(); \
        } \
    } while (0)

static uint32_t word(Compiler *c, uint32_t w)
{
    GROW(c->words, c->count, c->cap);
    c->words[c->count] = w;
    return c->count++;
}

static uint32_t op(Compiler *c, Operation operation, uint32_t a) { return word(c, (uint32_t)operation | a << 8); }

static void pushed(Compiler *c, uint32_t n)
{
    c->depth += n;
    if (c->depth > c->max_depth)
        c->max_depth = c->depth;
}

static void popped(Compiler *c, uint32_t n) { c->depth -= n; }

static uint32_t literal(Compiler *c, Value v)
{
    for (uint32_t i = c->literal_count > 32 ? c->literal_count - 32 : 0; i < c->literal_count; i++) {
        if (c->literals[i] == v)
            return i;
    }
    GROW(c->literals, c->literal_count, c->literal_cap);
    c->literals[c->literal_count] = v;
    return c->literal_count++;
}

static uint32_t cache(Compiler *c, Message *m, Symbol *name)
{
    GROW(c->caches, c->cache_count, c->cache_cap);
    c->caches[c->cache_count] = (Cache){.message = m, .name = name};
    return c->cache_count++;
}

static void region(Compiler *c, Region r)
{
    GROW(c->regions, c->region_count, c->region_cap);
    c->regions[c->region_count++] = r;
}

/* A construct has been compiled, from a word to here; nothing may be made of its last instruction and the next. */
static void construct(Compiler *c, Message *m, uint32_t at, ConstructReceiver receiver)
{
    GROW(c->constructs, c->construct_count, c->construct_cap);
    c->constructs[c->construct_count++] = (Construct){.message = m, .at = at, .receiver = (uint8_t)receiver};
    GROW(c->ends, c->end_count, c->end_cap);
    c->ends[c->end_count++] = c->count;
    c->last_local = UINT32_MAX;
}

static uint32_t here(Compiler *c)
{
    c->last_local = UINT32_MAX;
    return c->count;
}

static void patch(Compiler *c, uint32_t at, uint32_t target) { c->words[at] = (c->words[at] & 0xFF) | target << 8; }

static void chain(Compiler *c, Message *m, bool tail);

static void push_literal(Compiler *c, Value v)
{
    if (v == vm.nil)
        op(c, OP_NIL, 0);
    else if (v == vm.yes)
        op(c, OP_TRUE, 0);
    else if (v == vm.no)
        op(c, OP_FALSE, 0);
    else
        op(c, OP_PUSH, literal(c, v));
    pushed(c, 1);
}

/* ---- what is recognised ---- */

static int register_of(Compiler *c, const Symbol *name) { return c->layout ? shape_find(c->layout, name) : -1; }

static bool is_plain(const Message *m) { return !m->next; }

/* Is it a literal, alone? */
static bool is_literal(const Message *m) { return has_cached(m) && is_plain(m); }

/* Is it a register, alone? (`call` is made when it is read.) */
static bool is_register(Compiler *c, const Message *m)
{
    return !has_cached(m) && is_plain(m) && !m->args && m->name != SYM(call) && register_of(c, m->name) >= 0;
}

/* The name a setSlot or updateSlot is about, or null. */
static Symbol *assigned_name(const Message *m)
{
    if (arg_count(m) != 2 || arg_at(m, 0)->next)
        return NULL;
    Seq *name = as_seq(arg_at(m, 0)->cached);
    return name ? symbol_of_seq(name) : NULL;
}

static int arithmetic_of(const Message *m)
{
    static const char *const names[] = {"+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!="};
    if (arg_count(m) != 1 || m->name->length > 2 || m->name->length == 0)
        return -1;
    for (int i = 0; i < 11; i++) {
        if (strcmp(m->name->text, names[i]) == 0)
            return i;
    }
    return -1;
}

/* Does a stop stand anywhere in it? Then `and` and `or`, which end stops, are compiled as sends. */
static bool has_stop(const Message *m, int nesting)
{
    for (; m; m = m->next) {
        if (m->name == SYM(return) || m->name == SYM(break) || m->name == SYM(continue))
            return true;
        if (nesting > 20)
            return true;
        for (uint32_t i = 0; i < arg_count(m); i++) {
            if (has_stop(arg_at(m, i), nesting + 1))
                return true;
        }
    }
    return false;
}

/* ---- sends ---- */

/* Arguments and the call, with callee and holder on the stack already. */
static void arguments(Compiler *c, Message *m, uint32_t ic, uint32_t depth)
{
    uint32_t n = arg_count(m), start = here(c);
    c->args_depth++;
    for (uint32_t i = 0; i < n; i++)
        chain(c, arg_at(m, i), false);
    c->args_depth--;
    uint32_t end = here(c);
    if (IO_STEP_INLINE_CACHES && m->name == SYM(updateSlot) && assigned_name(m))
        op(c, OP_CALL_UPDATE, cache(c, m, assigned_name(m)));
    else
        op(c, OP_CALL, n);
    word(c, ic);
    popped(c, n + 2);
    region(c, (Region){start, end, depth, c->count, 0, 0, REGION_ARGS});
}

static void send_message(Compiler *c, Message *m, bool implicit)
{
    uint32_t ic = cache(c, m, m->name);
    if (implicit && c->nesting > 1 && !c->layout) {
        /* Of an argument the receiver is the locals, which may be another than the chain's target. */
        op(c, OP_CTX, 0);
        pushed(c, 1);
        implicit = false;
    }
    if (!m->args) {
        op(c, implicit ? OP_ISEND0 : OP_SEND0, ic);
        if (implicit)
            pushed(c, 1);
        here(c);
        return;
    }
    uint32_t depth = implicit ? c->depth : c->depth - 1;
    op(c, implicit ? OP_ISEND : OP_SEND, ic);
    uint32_t skip = word(c, 0);
    if (implicit)
        pushed(c, 1);
    pushed(c, 2);
    arguments(c, m, ic, depth);
    c->words[skip] = here(c);
}

/* Does its first instruction also read the receiver, from a register? */
static bool arithmetic(Compiler *c, Message *m, int which)
{
    Operation first = (Operation)(OP_ADD_L + which * 5);
    Message *a = arg_at(m, 0);
    uint32_t ic = cache(c, m, m->name);
    if (IO_STEP_SUPERINSTRUCTIONS && (is_literal(a) || is_register(c, a))) {
        bool lit = is_literal(a);
        uint32_t operand = lit ? literal(c, a->cached) : (uint32_t)register_of(c, a->name);
        /* A register before it is read by the same instruction; its LOCAL stays for the general case. */
        bool reads_register = c->last_local != UINT32_MAX && c->last_local + 2 == c->count;
        if (reads_register) {
            uint32_t local = c->words[c->last_local] >> 8, local_cache = c->words[c->last_local + 1];
            c->count -= 2;
            op(c, (Operation)(first + (lit ? 2 : 3)), operand);
            word(c, local);
            word(c, ic);
            word(c, local_cache);
            word(c, lit ? 0 : cache(c, a, a->name));
        } else {
            op(c, (Operation)(first + (lit ? 0 : 1)), operand);
            word(c, ic);
            word(c, lit ? 0 : cache(c, a, a->name));
        }
        here(c);
        return reads_register;
    }
    uint32_t depth = c->depth - 1;
    op(c, OP_ASEND, ic);
    uint32_t skip = word(c, 0);
    pushed(c, 2);
    uint32_t start = here(c);
    c->args_depth++;
    chain(c, a, false);
    c->args_depth--;
    uint32_t end = here(c);
    op(c, (Operation)(first + 4), 1);
    word(c, ic);
    popped(c, 3);
    region(c, (Region){start, end, depth, c->count, 0, 0, REGION_ARGS});
    c->words[skip] = here(c);
    return false;
}

/* ---- control structures ---- */

static uint32_t jump_false(Compiler *c)
{
    uint32_t at = op(c, OP_JUMP_FALSE, 0);
    op(c, OP_JUDGE_FALSE, 0);
    popped(c, 1);
    c->last_local = UINT32_MAX;
    return at;
}

static void patch_false(Compiler *c, uint32_t at)
{
    patch(c, at, here(c));
    patch(c, at + 1, c->count);
}

static void if_form(Compiler *c, Message *m, bool tail)
{
    uint32_t n = arg_count(m);
    chain(c, arg_at(m, 0), false);
    uint32_t to_else = jump_false(c);
    if (n > 1)
        chain(c, arg_at(m, 1), tail);
    else
        push_literal(c, vm.yes);
    if (tail)
        op(c, OP_RET, 0);
    uint32_t over = tail ? 0 : op(c, OP_JUMP, 0);
    patch_false(c, to_else);
    popped(c, 1);
    if (n > 2)
        chain(c, arg_at(m, 2), tail);
    else
        push_literal(c, vm.no);
    if (tail)
        op(c, OP_RET, 0);
    else
        patch(c, over, here(c));
}

static void loop_begin(Compiler *c, Loop *loop, uint32_t value_depth)
{
    *loop = (Loop){.outer = c->loop, .args_depth = c->args_depth, .value_depth = value_depth};
    c->loop = loop;
}

/* The loop is left here, its value on the stack. */
static void loop_end(Compiler *c, Loop *loop, uint32_t start, uint32_t next, uint32_t next_depth, uint32_t end)
{
    c->loop = loop->outer;
    for (uint32_t i = 0; i < loop->patch_count; i++)
        c->words[loop->patches[i]] = end;
    region(c, (Region){start, end, loop->value_depth, end, next, next_depth, REGION_LOOP});
}

static void while_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth;
    Loop loop;
    bool endless = m->name == SYM(loop);
    push_literal(c, vm.nil);
    uint32_t start = here(c), leave = 0;
    loop_begin(c, &loop, depth);
    if (!endless) {
        chain(c, arg_at(m, 0), false);
        leave = jump_false(c);
    }
    chain(c, arg_at(m, endless ? 0 : 1), false);
    uint32_t next = here(c);
    op(c, OP_NIP, 0);
    popped(c, 1);
    op(c, OP_JUMP_BACK, start);
    uint32_t end = here(c);
    if (!endless)
        patch_false(c, leave);
    loop_end(c, &loop, start, next, depth + 1, end);
}

/* Two words: where a loop's variable is. */
static void variable(Compiler *c, Message *name, bool is_there)
{
    int local = is_there ? register_of(c, name->name) : -1;
    word(c, !is_there ? NO_VARIABLE : local >= 0 ? (uint32_t)local : BY_NAME);
    word(c, is_there ? literal(c, from_ref(name->name)) : 0);
}

/* `n repeat(i, body)` with its receiver on the stack; whatever is no number gets the message. */
static void repeat_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth - 1, n = arg_count(m);
    Loop loop;
    uint32_t begin = op(c, OP_REPEAT, 0);
    pushed(c, 3);
    uint32_t start = here(c);
    loop_begin(c, &loop, depth);
    uint32_t test = op(c, OP_FOR_TEST, 0);
    variable(c, arg_at(m, 0), n > 1);
    chain(c, arg_at(m, n - 1), false);
    uint32_t next = here(c);
    op(c, OP_FOR_NEXT, start);
    popped(c, 1);
    patch(c, test, here(c));
    op(c, OP_FOR_END, 0);
    popped(c, 3);
    loop_end(c, &loop, start, next, depth + 4, here(c));
    uint32_t over = op(c, OP_JUMP, 0);
    patch(c, begin, here(c));
    send_message(c, m, false);
    patch(c, over, here(c));
}

/* `l foreach(i, v, body)`; whatever is no list with the built-in foreach gets the message. */
static void foreach_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth - 1, n = arg_count(m);
    Loop loop;
    uint32_t begin = op(c, OP_EACH, 0);
    word(c, cache(c, m, m->name));
    pushed(c, 2);
    uint32_t start = here(c);
    loop_begin(c, &loop, depth);
    uint32_t test = op(c, OP_EACH_TEST, 0);
    variable(c, arg_at(m, 0), n > 2);
    variable(c, arg_at(m, n - 2), true);
    chain(c, arg_at(m, n - 1), false);
    uint32_t next = here(c);
    op(c, OP_EACH_NEXT, start);
    popped(c, 1);
    patch(c, test, here(c));
    op(c, OP_EACH_END, 0);
    popped(c, 2);
    loop_end(c, &loop, start, next, depth + 3, here(c));
    uint32_t over = op(c, OP_JUMP, 0);
    patch(c, begin, here(c));
    send_message(c, m, false);
    patch(c, over, here(c));
}

static void for_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth, n = arg_count(m);
    Loop loop;
    push_literal(c, vm.nil);
    uint32_t limits = here(c);
    for (uint32_t i = 1; i < n - 1; i++) {
        chain(c, arg_at(m, i), false);
        op(c, OP_NUMBER_ARG, i);
        word(c, literal(c, from_ref(m)));
    }
    region(c, (Region){limits, here(c), depth, literal(c, from_ref(m)), 0, 0, REGION_PART});
    if (n == 4)
        push_literal(c, from_num(1));
    uint32_t start = here(c);
    loop_begin(c, &loop, depth);
    bool local = true;
    uint32_t test = op(c, OP_FOR_TEST, 0);
    variable(c, arg_at(m, 0), local);
    chain(c, arg_at(m, n - 1), false);
    uint32_t next = here(c);
    op(c, OP_FOR_NEXT, start);
    popped(c, 1);
    patch(c, test, here(c));
    op(c, OP_FOR_END, 0);
    popped(c, 3);
    loop_end(c, &loop, start, next, depth + 4, here(c));
}

static void stop_form(Compiler *c, Message *m, Stop stop, bool tail)
{
    if (arg_count(m) && stop != STOP_CONTINUE)
        chain(c, arg_at(m, 0), false);
    else
        push_literal(c, vm.nil);
    if (stop == STOP_RETURN) {
        op(c, c->args_depth ? OP_STOP : tail ? OP_RETURN : OP_RETURN_EARLY, stop);
    } else if (stop == STOP_BREAK && c->loop && c->loop->args_depth == c->args_depth && c->loop->patch_count < 32) {
        op(c, OP_BREAK_TO, c->loop->value_depth);
        c->loop->patches[c->loop->patch_count++] = word(c, 0);
    } else {
        op(c, OP_STOP, stop);
    }
}

static void and_or(Compiler *c, Message *m, bool is_and)
{
    uint32_t at = op(c, is_and ? OP_AND : OP_OR, 0);
    popped(c, 1);
    c->last_local = UINT32_MAX;
    chain(c, arg_at(m, 0), false);
    op(c, OP_TRUTH, 0);
    patch(c, at, here(c));
}

/* ---- assignments ---- */

static bool set_slot_form(Compiler *c, Message *m)
{
    Symbol *name = assigned_name(m);
    int local = name ? register_of(c, name) : -1;
    if (local < 0)
        return false;
    chain(c, arg_at(m, 1), false);
    op(c, OP_SET_LOCAL, (uint32_t)local);
    here(c);
    return true;
}

static bool update_slot_form(Compiler *c, Message *m)
{
    Symbol *name = assigned_name(m);
    if (!name || !c->layout)
        return false;
    int local = register_of(c, name);
    chain(c, arg_at(m, 1), false);
    uint32_t ic = cache(c, m, name);
    if (local >= 0) {
        op(c, OP_UPDATE_LOCAL, (uint32_t)local);
        word(c, ic);
    } else {
        op(c, OP_UPDATE, ic);
        word(c, literal(c, from_ref(name)));
    }
    here(c);
    return true;
}

/* ---- chains ---- */

/* What is compiled in place when sent to the implicit receiver. */
static bool implicit_form(Compiler *c, Message *m, bool tail)
{
    uint32_t n = arg_count(m);
    Symbol *name = m->name;
    if (name == SYM(empty) && n == 1) {
        chain(c, arg_at(m, 0), tail);
            return true;
    }
    if (name == SYM(setSlot))
        return set_slot_form(c, m);
    if (name == SYM(updateSlot))
        return update_slot_form(c, m);
    if (name == SYM(if) && n > 0) {
        if_form(c, m, tail);
        return true;
    }
    if ((name == SYM(while) && n == 2) || (name == SYM(loop) && n == 1)) {
        while_form(c, m);
        return true;
    }
    if (name == SYM(for) && (n == 4 || n == 5)) {
        for_form(c, m);
        return true;
    }
    if ((name == SYM(return) || name == SYM(break)) && c->layout && n <= 1) {
        stop_form(c, m, name == SYM(return) ? STOP_RETURN : STOP_BREAK, tail);
        return true;
    }
    if (name == SYM(continue) && c->layout) {
        stop_form(c, m, STOP_CONTINUE, tail);
        return true;
    }
    if (n == 1 && strcmp(name->text, "-") == 0 && c->layout && is_literal(arg_at(m, 0)) && is_num(arg_at(m, 0)->cached)) {
        push_literal(c, from_num(-num_of(arg_at(m, 0)->cached)));
        return true;
    }
    return false;
}

static bool may_be_in_place(const Message *m) { return IO_STEP_IN_PLACE && m->name->special && !vm.redefined; }

static bool special_implicit(Compiler *c, Message *m, bool tail)
{
    uint32_t start = here(c);
    if (!may_be_in_place(m) || !implicit_form(c, m, tail))
        return false;
    construct(c, m, start, c->nesting > 1 ? RECEIVER_LOCALS : RECEIVER_TARGET);
    return true;
}

/* What is compiled in place, arithmetic aside, with its receiver on the stack. */
static bool explicit_form(Compiler *c, Message *m)
{
    if ((m->name == SYM(and) || m->name == SYM(or)) && arg_count(m) == 1 && c->layout && !has_stop(arg_at(m, 0), 0)) {
        and_or(c, m, m->name == SYM(and));
        return true;
    }
    if (m->name == SYM(setSlot) && assigned_name(m)) {
        uint32_t start = here(c), depth = c->depth - 1;
        chain(c, arg_at(m, 1), false);
        region(c, (Region){start, here(c), depth, literal(c, from_ref(m)), 0, 0, REGION_PART});
        op(c, OP_SET_SLOT, cache(c, m, assigned_name(m)));
        popped(c, 1);
        here(c);
        return true;
    }
    if (m->name == SYM(repeat) && arg_count(m) >= 1 && arg_count(m) <= 2) {
        repeat_form(c, m);
        return true;
    }
    if (m->name == SYM(foreach) && arg_count(m) >= 2 && arg_count(m) <= 3) {
        foreach_form(c, m);
        return true;
    }
    return false;
}

static bool special_explicit(Compiler *c, Message *m)
{
    if (!may_be_in_place(m))
        return false;
    uint32_t start = c->count;
    int which = arithmetic_of(m);
    if (which >= 0) {
        bool reads_register = arithmetic(c, m, which);
        construct(c, m, reads_register ? start - 2 : start, reads_register ? RECEIVER_REGISTER : RECEIVER_ON_TOP);
        return true;
    }
    if (!explicit_form(c, m))
        return false;
    construct(c, m, start, RECEIVER_ON_TOP);
    return true;
}

static void implicit(Compiler *c, Message *m, bool tail)
{
    if (special_implicit(c, m, tail))
        return;
    int local = m->args ? -1 : register_of(c, m->name);
    if (local < 0) {
        send_message(c, m, true);
        return;
    }
    uint32_t at = op(c, OP_LOCAL, (uint32_t)local);
    word(c, cache(c, m, m->name));
    pushed(c, 1);
    c->last_local = at;
}

static void chain(Compiler *c, Message *m, bool tail)
{
    if (!m) {
        push_literal(c, vm.nil);
        return;
    }
    if (c->nesting > DEEPEST) {
        op(c, OP_EVAL, literal(c, from_ref(m)));
        pushed(c, 1);
        here(c);
        return;
    }
    c->nesting++;
    c->last_local = UINT32_MAX;
    bool have = false, fresh = true; /* is there a value; does the next message go to the implicit receiver? */
    for (; m; m = m->next) {
        if (is_terminator(m)) {
            fresh = true;
            continue;
        }
        if (have && (fresh || has_cached(m))) {
            op(c, OP_POP, 0);
            popped(c, 1);
            c->last_local = UINT32_MAX;
        }
        if (has_cached(m)) {
            push_literal(c, m->cached);
            c->last_local = UINT32_MAX;
        } else if (fresh) {
            implicit(c, m, tail && !m->next);
        } else if (!special_explicit(c, m)) {
            send_message(c, m, false);
        }
        have = true;
        fresh = false;
    }
    if (!have)
        push_literal(c, vm.nil);
    c->nesting--;
}

static void single(Compiler *c, Message *m)
{
    pushed(c, 1); /* the receiver */
    send_message(c, m, false);
}

/* ---- code objects ---- */

static Code *compile(Message *m, Shape *layout, Variant variant)
{
    Compiler c = {.layout = layout, .last_local = UINT32_MAX};
    if (variant == VARIANT_SINGLE)
        single(&c, m);
    else
        chain(&c, m, true);
    op(&c, OP_RET, 0);
    for (uint32_t i = 0; i < c.construct_count; i++)
        op(&c, OP_JUMP, c.ends[i]);
    free(c.ends);
    Code *code = gc_alloc_old(sizeof(Code), K_CODE);
    code->words = c.words;
    code->word_count = c.count;
    code->literals = c.literals;
    code->literal_count = c.literal_count;
    code->caches = c.caches;
    code->cache_count = c.cache_count;
    code->regions = c.regions;
    code->region_count = c.region_count;
    code->constructs = c.constructs;
    code->construct_count = c.construct_count;
    code->origin = m;
    code->layout = layout;
    code->variant = (uint8_t)variant;
    code->max_stack = c.max_depth + 4;
    return code;
}

static Code *nil_code;

static Code *code_of_nothing(void)
{
    static Value root;
    if (!nil_code) {
        nil_code = compile(NULL, NULL, VARIANT_CHAIN);
        root = from_ref(nil_code);
        gc_root(&root);
    }
    return nil_code;
}

Code *code_of(Message *m, Shape *layout, Variant variant)
{
    if (!m)
        return code_of_nothing();
    for (Code *code = m->codes; code; code = code->next) {
        if (code->layout == layout && code->variant == variant)
            return code;
    }
    Code *code = compile(m, layout, variant);
    code->next = m->codes;
    m->codes = code;
    gc_wrote(m);
    return code;
}

Code *code_of_block(Block *b)
{
    if (b->code)
        return b->code;
    if (b->made && b->made->code && b->made->body == b->body && b->made->formals == b->formals) {
        b->code = b->made->code;
        b->locals = b->made->locals;
        gc_wrote(b);
        return b->code;
    }
    b->o.h.extra = b->body && !b->body->next && has_cached(b->body) && !b->scope;
    b->locals = layout_of_block(b);
    b->code = code_of(b->body, b->locals, VARIANT_CHAIN);
    gc_wrote(b);
    if (b->made && b->made->body == b->body && b->made->formals == b->formals) {
        b->made->code = b->code;
        b->made->locals = b->locals;
        gc_wrote(b->made);
    }
    return b->code;
}

static void drop_message(void *cell, void *context)
{
    (void)context;
    ((Message *)cell)->codes = NULL;
}

static void drop_block(void *cell, void *context)
{
    (void)context;
    ((Block *)cell)->code = NULL;
    ((Block *)cell)->locals = NULL;
    ((Block *)cell)->o.h.extra = 0;
}

void code_drop_all(void)
{
    gc_each(K_MESSAGE, drop_message, NULL);
    gc_each(K_BLOCK, drop_block, NULL);
    gc_each_young(K_MESSAGE, drop_message, NULL);
    gc_each_young(K_BLOCK, drop_block, NULL);
}

static void send_constructs(void *cell, void *context)
{
    (void)context;
    Code *code = cell;
    /* Those that begin where an inner one does come later, and it is they that are sent. */
    for (uint32_t i = 0; i < code->construct_count; i++) {
        Construct *c = code->constructs + i;
        c->word = compiled_word(code, code->words[c->at]);
        code->words[c->at] = OP_INSTEAD | i << 8;
    }
}

void code_send_all(void)
{
    if (vm.redefined)
        return;
    vm.redefined = 1;
    gc_each(K_CODE, send_constructs, NULL);
    code_drop_all();
}

void compile_init(void)
{
    static const SymbolId structures[] = {S_empty, S_setSlot, S_updateSlot, S_if, S_while, S_for, S_loop, S_return, S_break, S_continue, S_and, S_or};
    static const char *const operators[] = {"+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!="};
    for (size_t i = 0; i < sizeof structures / sizeof *structures; i++)
        vm.symbols[structures[i]]->special = 1;
    SYM(repeat)->special = 2;
    SYM(foreach)->special = 2;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        static Value roots[11];
        Symbol *s = symbol_of_text(operators[i]);
        s->special = 2;
        roots[i] = from_ref(s);
        gc_root(&roots[i]);
    }
}
