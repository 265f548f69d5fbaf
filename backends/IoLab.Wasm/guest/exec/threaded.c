#include "threaded.h"

#if IO_STEP_THREADED

#include "activation.h"

#define REGISTERS const uint32_t *pc, Value *sp, Value *slots, Code *code, uint32_t w
#define TAIL __attribute__((musttail)) return

typedef Left (*Instruction)(REGISTERS);

static Threaded state;

static Left leave(REGISTERS)
{
    (void)w;
    state.pc = pc;
    state.sp = sp;
    state.slots = slots;
    state.code = code;
    return LEFT_GENERAL;
}

static Left leave_to_collect(REGISTERS)
{
    leave(pc, sp, slots, code, w);
    return LEFT_COLLECT;
}

static Left leave_unwound(REGISTERS)
{
    leave(pc, sp, slots, code, w);
    return LEFT_UNWOUND;
}

static const Instruction instructions[OP_COUNT];

#define QUICK(name) static Left op_##name(REGISTERS)
#define NEXT \
    do { \
        uint32_t word = *pc++; \
        TAIL instructions[word & 0xFF](pc, sp, slots, code, word); \
    } while (0)
#define GENERAL(name) TAIL leave(pc, sp, slots, code, w)
#define CALL_BLOCK(b, r, m, h, v, n, d) \
    do { \
        Block *callee = (b); \
        sp = enter_block(callee, (r), (m), (h), (v), (n), (d), pc); \
        if (!sp) \
            return LEFT_UNWIND; \
        code = callee->code; \
        pc = code->words; \
        slots = object_of(regs.fp->ctx)->slots; \
        if (gc_due()) \
            TAIL leave_to_collect(pc, sp, slots, code, w); \
        NEXT; \
    } while (0)
#define UNWOUND(r, m, h, v, n, d) \
    do { \
        state.receiver = (r); \
        state.message = (m); \
        state.holder = (h); \
        state.values = (v); \
        state.count = (n); \
        state.dest = (d); \
        TAIL leave_unwound(pc, sp, slots, code, w); \
    } while (0)

#include "quick.inc"

/* Those with a quick case override the general one. */
#pragma clang diagnostic ignored "-Winitializer-overrides"
static const Instruction instructions[OP_COUNT] = {
#define X(name, words) [OP_##name] = leave,
    OPERATIONS(X)
#undef X
#define X(name) [OP_##name] = op_##name,
    QUICK_OPERATIONS(X)
#undef X
#define X(name, expression, truth) \
    [OP_##name##_L] = op_##name##_L, [OP_##name##_R] = op_##name##_R, [OP_##name##_RL] = op_##name##_RL, [OP_##name##_RR] = op_##name##_RR, \
    [OP_##name##_S] = op_##name##_S,
    ARITHMETIC(X)
#undef X
};

const Threaded *run_threaded(const uint32_t *pc, Value *sp, Value *slots, Code *code)
{
    uint32_t word = *pc++;
    state.left = instructions[word & 0xFF](pc, sp, slots, code, word);
    return &state;
}

#endif
