/* Code objects: made from chains when they are first evaluated, kept by message and layout, dropped when names change their meaning. */
#include "compile.h"

#include <stdlib.h>

#include "compiler.h"
#include "layout.h"

static Code *compile(Message *m, Shape *layout, Variant variant)
{
    Compiler c = {.layout = layout, .last_local = UINT32_MAX};
    if (variant == VARIANT_SINGLE)
        compile_single(&c, m);
    else
        compile_chain(&c, m, true);
    emit_op(&c, OP_RET, 0);
    for (uint32_t i = 0; i < c.construct_count; i++)
        emit_op(&c, OP_JUMP, c.ends[i]);
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
        s->special = s->text[0] == '-' ? 3 : 2;
        roots[i] = from_ref(s);
        gc_root(&roots[i]);
    }
}
