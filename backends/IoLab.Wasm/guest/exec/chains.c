/* Chains of messages: literals, registers, sends, arithmetic. */
#include "compiler.h"

/* ---- what is recognised ---- */

int compile_register(Compiler *c, const Symbol *name) { return IO_STEP_BYTECODE && c->layout ? shape_find(c->layout, name) : -1; }

/* Is it a register, alone? (`call` is made when it is read.) */
static bool is_register(Compiler *c, const Message *m)
{
    return !has_cached(m) && !m->next && !m->args && m->name != SYM(call) && compile_register(c, m->name) >= 0;
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

/* ---- sends ---- */

/* Arguments and the call, with callee and holder on the stack already. */
static void arguments(Compiler *c, Message *m, uint32_t ic, uint32_t depth)
{
    uint32_t n = arg_count(m), start = emit_here(c);
    c->args_depth++;
    for (uint32_t i = 0; i < n; i++)
        compile_chain(c, arg_at(m, i), false);
    c->args_depth--;
    uint32_t end = emit_here(c);
    if (IO_STEP_INLINE_CACHES && m->name == SYM(updateSlot) && assigned_name(m))
        emit_op(c, OP_CALL_UPDATE, emit_cache(c, m, assigned_name(m)));
    else
        emit_op(c, OP_CALL, n);
    emit_word(c, ic);
    emit_popped(c, n + 2);
    emit_region(c, (Region){start, end, depth, c->count, 0, 0, REGION_ARGS});
}

void compile_send(Compiler *c, Message *m, bool implicit)
{
    uint32_t ic = emit_cache(c, m, m->name);
    if (implicit && c->nesting > 1 && !c->layout) {
        /* Of an argument the receiver is the locals, which may be another than the chain's target. */
        emit_op(c, OP_CTX, 0);
        emit_pushed(c, 1);
        implicit = false;
    }
    if (!m->args) {
        emit_op(c, implicit ? OP_ISEND0 : OP_SEND0, ic);
        if (implicit)
            emit_pushed(c, 1);
        emit_here(c);
        return;
    }
    uint32_t depth = implicit ? c->depth : c->depth - 1;
    emit_op(c, implicit ? OP_ISEND : OP_SEND, ic);
    uint32_t skip = emit_word(c, 0);
    if (implicit)
        emit_pushed(c, 1);
    emit_pushed(c, 2);
    arguments(c, m, ic, depth);
    c->words[skip] = emit_here(c);
}

/* Does its first instruction also read the receiver, from a register? */
static bool arithmetic(Compiler *c, Message *m, int which)
{
    Operation first = (Operation)(OP_ADD_L + which * 5);
    Message *a = arg_at(m, 0);
    uint32_t ic = emit_cache(c, m, m->name);
    if (IO_STEP_SUPERINSTRUCTIONS && (is_literal(a) || is_register(c, a))) {
        bool lit = is_literal(a);
        uint32_t operand = lit ? emit_literal(c, a->cached) : (uint32_t)compile_register(c, a->name);
        /* A register before it is read by the same instruction; its LOCAL stays for the general case. */
        bool reads_register = c->last_local != UINT32_MAX && c->last_local + 2 == c->count;
        if (reads_register) {
            uint32_t local = c->words[c->last_local] >> 8, local_cache = c->words[c->last_local + 1];
            c->count -= 2;
            emit_op(c, (Operation)(first + (lit ? 2 : 3)), operand);
            emit_word(c, local);
            emit_word(c, ic);
            emit_word(c, local_cache);
            emit_word(c, lit ? 0 : emit_cache(c, a, a->name));
        } else {
            emit_op(c, (Operation)(first + (lit ? 0 : 1)), operand);
            emit_word(c, ic);
            emit_word(c, lit ? 0 : emit_cache(c, a, a->name));
        }
        emit_here(c);
        return reads_register;
    }
    uint32_t depth = c->depth - 1;
    emit_op(c, OP_ASEND, ic);
    uint32_t skip = emit_word(c, 0);
    emit_pushed(c, 2);
    uint32_t start = emit_here(c);
    c->args_depth++;
    compile_chain(c, a, false);
    c->args_depth--;
    uint32_t end = emit_here(c);
    emit_op(c, (Operation)(first + 4), 1);
    emit_word(c, ic);
    emit_popped(c, 3);
    emit_region(c, (Region){start, end, depth, c->count, 0, 0, REGION_ARGS});
    c->words[skip] = emit_here(c);
    return false;
}

static bool may_be_in_place(const Message *m) { return IO_STEP_IN_PLACE && IO_STEP_BYTECODE && m->name->special && !vm.redefined; }

/* A local that is called as a construct is answers first. */
static bool special_implicit(Compiler *c, Message *m, bool tail)
{
    uint32_t start = emit_here(c);
    if (!may_be_in_place(m) || compile_register(c, m->name) >= 0 || !compile_implicit_form(c, m, tail))
        return false;
    emit_construct(c, m, start, c->nesting > 1 ? RECEIVER_LOCALS : RECEIVER_TARGET);
    return true;
}

static bool special_explicit(Compiler *c, Message *m)
{
    if (!may_be_in_place(m))
        return false;
    uint32_t start = c->count;
    int which = arithmetic_of(m);
    if (which >= 0) {
        bool reads_register = arithmetic(c, m, which);
        emit_construct(c, m, reads_register ? start - 2 : start, reads_register ? RECEIVER_REGISTER : RECEIVER_ON_TOP);
        return true;
    }
    if (!compile_explicit_form(c, m))
        return false;
    emit_construct(c, m, start, RECEIVER_ON_TOP);
    return true;
}

static void implicit(Compiler *c, Message *m, bool tail)
{
    if (special_implicit(c, m, tail))
        return;
    int local = m->args ? -1 : compile_register(c, m->name);
    if (local < 0) {
        compile_send(c, m, true);
        return;
    }
    uint32_t at = emit_op(c, OP_LOCAL, (uint32_t)local);
    emit_word(c, emit_cache(c, m, m->name));
    emit_pushed(c, 1);
    c->last_local = at;
}

void compile_chain(Compiler *c, Message *m, bool tail)
{
    if (!m) {
        emit_value(c, vm.nil);
        return;
    }
    if (c->nesting > DEEPEST) {
        emit_op(c, OP_EVAL, emit_literal(c, from_ref(m)));
        emit_pushed(c, 1);
        emit_here(c);
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
            emit_op(c, OP_POP, 0);
            emit_popped(c, 1);
            c->last_local = UINT32_MAX;
        }
        if (has_cached(m)) {
            emit_value(c, m->cached);
            c->last_local = UINT32_MAX;
        } else if (fresh) {
            implicit(c, m, tail && !m->next);
        } else if (!special_explicit(c, m)) {
            compile_send(c, m, false);
        }
        have = true;
        fresh = false;
    }
    if (!have)
        emit_value(c, vm.nil);
    c->nesting--;
}

void compile_single(Compiler *c, Message *m)
{
    emit_pushed(c, 1); /* the receiver */
    compile_send(c, m, false);
}
