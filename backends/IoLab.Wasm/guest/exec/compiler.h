/* What the files of the compiler share: the state of a compilation, and what writes code (emit.c). Operands are counted as they come and go. */
#ifndef IO_COMPILER_H
#define IO_COMPILER_H

#include "compile.h"
#include "ops.h"

enum { DEEPEST = IO_STEP_BYTECODE ? 120 : 1 }; /* deeper arguments are evaluated as chains of their own: the compiler recurses */

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

/* ---- emit.c ---- */

uint32_t emit_word(Compiler *c, uint32_t w);
/* An instruction; answers where it is. */
uint32_t emit_op(Compiler *c, Operation operation, uint32_t a);
/* Operands have come, or gone. */
void emit_pushed(Compiler *c, uint32_t n);
void emit_popped(Compiler *c, uint32_t n);
/* Pushes a value. */
void emit_value(Compiler *c, Value v);
/* The index of a literal, of a new cache. */
uint32_t emit_literal(Compiler *c, Value v);
uint32_t emit_cache(Compiler *c, Message *m, Symbol *name);
void emit_region(Compiler *c, Region r);
/* A construct has been compiled, from a word to here; nothing may be made of its last instruction and the next. */
void emit_construct(Compiler *c, Message *m, uint32_t at, ConstructReceiver receiver);
/* The next word, which something jumps to. */
uint32_t emit_here(Compiler *c);
/* The operand of an instruction that was not known yet. */
void emit_patch(Compiler *c, uint32_t at, uint32_t target);

/* ---- chains.c ---- */

/* A chain; in tail position its value is what the code answers. */
void compile_chain(Compiler *c, Message *m, bool tail);
/* The first message of a chain alone, for a receiver that is on the stack. */
void compile_single(Compiler *c, Message *m);
/* A message that is sent: to the implicit receiver, or to the top of the stack. */
void compile_send(Compiler *c, Message *m, bool implicit);
/* The register of a name, or -1. */
int compile_register(Compiler *c, const Symbol *name);
/* Is it a literal, alone? */
static inline bool is_literal(const Message *m) { return has_cached(m) && !m->next; }

/* ---- forms.c ---- */

/* Control structures and assignments that are compiled in place, sent to the implicit receiver or to the top of the stack; false if it is none. */
bool compile_implicit_form(Compiler *c, Message *m, bool tail);
bool compile_explicit_form(Compiler *c, Message *m);
/* The name a setSlot or updateSlot is about, or null. */
Symbol *assigned_name(const Message *m);

#endif
