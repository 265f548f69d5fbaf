/* Writes words, literals, caches, regions and constructs of code. */
#include <stdlib.h>

#include "../core/fail.h"
#include "compiler.h"

#define GROW(array, count, cap) \
    do { \
        if ((count) == (cap)) { \
            (cap) = (cap) ? (cap) * 2 : 16; \
            (array) = realloc((array), (cap) * sizeof *(array)); \
            if (!(array)) \
                fail_out_of_memory(); \
        } \
    } while (0)

uint32_t emit_word(Compiler *c, uint32_t w)
{
    GROW(c->words, c->count, c->cap);
    c->words[c->count] = w;
    return c->count++;
}

uint32_t emit_op(Compiler *c, Operation operation, uint32_t a) { return emit_word(c, (uint32_t)operation | a << 8); }

void emit_pushed(Compiler *c, uint32_t n)
{
    c->depth += n;
    if (c->depth > c->max_depth)
        c->max_depth = c->depth;
}

void emit_popped(Compiler *c, uint32_t n) { c->depth -= n; }

uint32_t emit_literal(Compiler *c, Value v)
{
    for (uint32_t i = c->literal_count > 32 ? c->literal_count - 32 : 0; i < c->literal_count; i++) {
        if (c->literals[i] == v)
            return i;
    }
    GROW(c->literals, c->literal_count, c->literal_cap);
    c->literals[c->literal_count] = v;
    return c->literal_count++;
}

uint32_t emit_cache(Compiler *c, Message *m, Symbol *name)
{
    GROW(c->caches, c->cache_count, c->cache_cap);
    c->caches[c->cache_count] = (Cache){.message = m, .name = name};
    return c->cache_count++;
}

void emit_region(Compiler *c, Region r)
{
    GROW(c->regions, c->region_count, c->region_cap);
    c->regions[c->region_count++] = r;
}

void emit_construct(Compiler *c, Message *m, uint32_t at, ConstructReceiver receiver)
{
    GROW(c->constructs, c->construct_count, c->construct_cap);
    c->constructs[c->construct_count++] = (Construct){.message = m, .at = at, .receiver = (uint8_t)receiver};
    GROW(c->ends, c->end_count, c->end_cap);
    c->ends[c->end_count++] = c->count;
    c->last_local = UINT32_MAX;
}

uint32_t emit_here(Compiler *c)
{
    c->last_local = UINT32_MAX;
    return c->count;
}

void emit_patch(Compiler *c, uint32_t at, uint32_t target) { c->words[at] = (c->words[at] & 0xFF) | target << 8; }

void emit_value(Compiler *c, Value v)
{
    if (v == vm.nil)
        emit_op(c, OP_NIL, 0);
    else if (v == vm.yes)
        emit_op(c, OP_TRUE, 0);
    else if (v == vm.no)
        emit_op(c, OP_FALSE, 0);
    else
        emit_op(c, OP_PUSH, emit_literal(c, v));
    emit_pushed(c, 1);
}
