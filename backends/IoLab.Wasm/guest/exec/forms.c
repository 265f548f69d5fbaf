/* Control structures and assignments that are instructions. */
#include "compiler.h"

/* ---- what is recognised ---- */

Symbol *assigned_name(const Message *m)
{
    if (arg_count(m) != 2 || arg_at(m, 0)->next)
        return NULL;
    Seq *name = as_seq(arg_at(m, 0)->cached);
    return name ? symbol_of_seq(name) : NULL;
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

/* ---- control structures ---- */

static uint32_t jump_false(Compiler *c)
{
    uint32_t at = emit_op(c, OP_JUMP_FALSE, 0);
    emit_op(c, OP_JUDGE_FALSE, 0);
    emit_popped(c, 1);
    c->last_local = UINT32_MAX;
    return at;
}

static void patch_false(Compiler *c, uint32_t at)
{
    emit_patch(c, at, emit_here(c));
    emit_patch(c, at + 1, c->count);
}

static void if_form(Compiler *c, Message *m, bool tail)
{
    uint32_t n = arg_count(m);
    compile_chain(c, arg_at(m, 0), false);
    uint32_t to_else = jump_false(c);
    if (n > 1)
        compile_chain(c, arg_at(m, 1), tail);
    else
        emit_value(c, vm.yes);
    if (tail)
        emit_op(c, OP_RET, 0);
    uint32_t over = tail ? 0 : emit_op(c, OP_JUMP, 0);
    patch_false(c, to_else);
    emit_popped(c, 1);
    if (n > 2)
        compile_chain(c, arg_at(m, 2), tail);
    else
        emit_value(c, vm.no);
    if (tail)
        emit_op(c, OP_RET, 0);
    else
        emit_patch(c, over, emit_here(c));
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
    emit_region(c, (Region){start, end, loop->value_depth, end, next, next_depth, REGION_LOOP});
}

static void while_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth;
    Loop loop;
    bool endless = m->name == SYM(loop);
    emit_value(c, vm.nil);
    uint32_t start = emit_here(c), leave = 0;
    loop_begin(c, &loop, depth);
    if (!endless) {
        compile_chain(c, arg_at(m, 0), false);
        leave = jump_false(c);
    }
    compile_chain(c, arg_at(m, endless ? 0 : 1), false);
    uint32_t next = emit_here(c);
    emit_op(c, OP_NIP, 0);
    emit_popped(c, 1);
    emit_op(c, OP_JUMP_BACK, start);
    uint32_t end = emit_here(c);
    if (!endless)
        patch_false(c, leave);
    loop_end(c, &loop, start, next, depth + 1, end);
}

/* Two words: where a loop's variable is; there may be none. */
static void variable(Compiler *c, Message *name)
{
    int local = name ? compile_register(c, name->name) : -1;
    emit_word(c, !name ? NO_VARIABLE : local >= 0 ? (uint32_t)local : BY_NAME);
    emit_word(c, name ? emit_literal(c, from_ref(name->name)) : 0);
}

/* How a loop counts its turns: its instructions, the variables the first of them sets, the words on the stack beneath a turn's value. */
typedef struct Counting {
    Operation test, next, end;
    uint32_t variables, words;
} Counting;

static const Counting by_number = {OP_FOR_TEST, OP_FOR_NEXT, OP_FOR_END, 1, 3};
static const Counting by_item = {OP_EACH_TEST, OP_EACH_NEXT, OP_EACH_END, 2, 2};

/* The turns of a loop whose words are on the stack; its value goes to depth. */
static void turns(Compiler *c, const Counting *counting, uint32_t depth, Message *const *variables, Message *body)
{
    Loop loop;
    uint32_t start = emit_here(c);
    loop_begin(c, &loop, depth);
    uint32_t test = emit_op(c, counting->test, 0);
    for (uint32_t i = 0; i < counting->variables; i++)
        variable(c, variables[i]);
    compile_chain(c, body, false);
    uint32_t next = emit_here(c);
    emit_op(c, counting->next, start);
    emit_popped(c, 1);
    emit_patch(c, test, emit_here(c));
    emit_op(c, counting->end, 0);
    emit_popped(c, counting->words);
    loop_end(c, &loop, start, next, depth + counting->words + 1, emit_here(c));
}

/* What the instruction at begin does not do goes on here: whoever is on the stack gets the message. Its arguments have been compiled once, in place; here they
   are chains of their own, or the code of nested loops would double with each. */
static void send_otherwise(Compiler *c, Message *m, uint32_t begin)
{
    uint32_t over = emit_op(c, OP_JUMP, 0);
    emit_patch(c, begin, emit_here(c));
    uint32_t nesting = c->nesting;
    c->nesting = DEEPEST + 1;
    compile_send(c, m, false);
    c->nesting = nesting;
    emit_patch(c, over, emit_here(c));
}

/* `n repeat(i, body)` with its receiver on the stack; whatever is no number gets the message. */
static void repeat_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth - 1, n = arg_count(m);
    Message *i = n > 1 ? arg_at(m, 0) : NULL;
    uint32_t begin = emit_op(c, OP_REPEAT, 0);
    emit_pushed(c, 3);
    turns(c, &by_number, depth, &i, arg_at(m, n - 1));
    send_otherwise(c, m, begin);
}

/* `l foreach(i, v, body)`; whatever is no list with the built-in foreach gets the message. */
static void foreach_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth - 1, n = arg_count(m);
    Message *variables[] = {n > 2 ? arg_at(m, 0) : NULL, arg_at(m, n - 2)};
    uint32_t begin = emit_op(c, OP_EACH, 0);
    emit_word(c, emit_cache(c, m, m->name));
    emit_pushed(c, 2);
    turns(c, &by_item, depth, variables, arg_at(m, n - 1));
    send_otherwise(c, m, begin);
}

static void for_form(Compiler *c, Message *m)
{
    uint32_t depth = c->depth, n = arg_count(m);
    Message *i = arg_at(m, 0);
    emit_value(c, vm.nil);
    uint32_t limits = emit_here(c);
    for (uint32_t limit = 1; limit < n - 1; limit++) {
        compile_chain(c, arg_at(m, limit), false);
        emit_op(c, OP_NUMBER_ARG, limit);
        emit_word(c, emit_literal(c, from_ref(m)));
    }
    emit_region(c, (Region){limits, emit_here(c), depth, emit_literal(c, from_ref(m)), 0, 0, REGION_PART});
    if (n == 4)
        emit_value(c, from_num(1));
    turns(c, &by_number, depth, &i, arg_at(m, n - 1));
}

static void stop_form(Compiler *c, Message *m, Stop stop, bool tail)
{
    if (arg_count(m) && stop != STOP_CONTINUE)
        compile_chain(c, arg_at(m, 0), false);
    else
        emit_value(c, vm.nil);
    if (stop == STOP_RETURN) {
        emit_op(c, c->args_depth ? OP_STOP : tail ? OP_RETURN : OP_RETURN_EARLY, stop);
    } else if (stop == STOP_BREAK && c->loop && c->loop->args_depth == c->args_depth && c->loop->patch_count < 32) {
        emit_op(c, OP_BREAK_TO, c->loop->value_depth);
        c->loop->patches[c->loop->patch_count++] = emit_word(c, 0);
    } else {
        emit_op(c, OP_STOP, stop);
    }
}

static void and_or(Compiler *c, Message *m, bool is_and)
{
    uint32_t at = emit_op(c, is_and ? OP_AND : OP_OR, 0);
    emit_popped(c, 1);
    c->last_local = UINT32_MAX;
    compile_chain(c, arg_at(m, 0), false);
    emit_op(c, OP_TRUTH, 0);
    emit_patch(c, at, emit_here(c));
}

/* ---- assignments ---- */

static bool set_slot_form(Compiler *c, Message *m)
{
    Symbol *name = assigned_name(m);
    int local = name ? compile_register(c, name) : -1;
    if (local < 0)
        return false;
    compile_chain(c, arg_at(m, 1), false);
    emit_op(c, OP_SET_LOCAL, (uint32_t)local);
    emit_here(c);
    return true;
}

/* `o x := value` with o on the stack. Whether its setSlot is the built-in one is asked before the value is there, unless that is a literal: then nobody can tell. */
static void set_slot_of_form(Compiler *c, Message *m)
{
    Message *value = arg_at(m, 1);
    uint32_t cache = emit_cache(c, m, assigned_name(m)), sets = 0;
    bool is_asked = !is_literal(value);
    if (is_asked) {
        sets = emit_op(c, OP_SETS, 0);
        emit_word(c, cache);
    }
    uint32_t start = emit_here(c), depth = c->depth - 1;
    compile_chain(c, value, false);
    emit_region(c, (Region){start, emit_here(c), depth, emit_literal(c, from_ref(m)), 0, 0, REGION_PART});
    emit_op(c, OP_SET_SLOT, cache);
    emit_popped(c, 1);
    uint32_t end = emit_here(c);
    if (is_asked)
        emit_patch(c, sets, end);
}

static bool update_slot_form(Compiler *c, Message *m)
{
    Symbol *name = assigned_name(m);
    if (!name || !c->layout)
        return false;
    int local = compile_register(c, name);
    compile_chain(c, arg_at(m, 1), false);
    uint32_t ic = emit_cache(c, m, name);
    if (local >= 0) {
        emit_op(c, OP_UPDATE_LOCAL, (uint32_t)local);
        emit_word(c, ic);
    } else {
        emit_op(c, OP_UPDATE, ic);
        emit_word(c, emit_literal(c, from_ref(name)));
    }
    emit_here(c);
    return true;
}

/* ---- which it is ---- */

/* What is compiled in place when sent to the implicit receiver. */
bool compile_implicit_form(Compiler *c, Message *m, bool tail)
{
    uint32_t n = arg_count(m);
    Symbol *name = m->name;
    if (name == SYM(empty) && n == 1) {
        compile_chain(c, arg_at(m, 0), tail);
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
        emit_value(c, from_num(-num_of(arg_at(m, 0)->cached)));
        return true;
    }
    return false;
}

/* What is compiled in place, arithmetic aside, with its receiver on the stack. */
bool compile_explicit_form(Compiler *c, Message *m)
{
    if ((m->name == SYM(and) || m->name == SYM(or)) && arg_count(m) == 1 && c->layout && !has_stop(arg_at(m, 0), 0)) {
        and_or(c, m, m->name == SYM(and));
        return true;
    }
    if (m->name == SYM(setSlot) && assigned_name(m)) {
        set_slot_of_form(c, m);
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
