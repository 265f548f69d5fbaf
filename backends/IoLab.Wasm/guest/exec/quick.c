#include "quick.h"

#include "../protos/table.h"
#include "activation.h"
#include "call.h"

Quick quick;

#if IO_STEP_THREADED

#pragma clang diagnostic ignored "-Wunused-parameter"

#define REGISTERS const uint32_t *pc, Value *sp, Value *slots, Code *code, uint32_t w
#define TAIL __attribute__((musttail)) return

typedef Left (*Instruction)(REGISTERS);

static const Instruction instructions[OP_COUNT];

static Left leave(REGISTERS)
{
    (void)w;
    quick.pc = pc;
    quick.sp = sp;
    quick.slots = slots;
    quick.code = code;
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

#define QUICK(name) static Left op_##name(REGISTERS)
#define NEXT \
    do { \
        uint32_t word = *pc++; \
        TAIL instructions[word & 0xFF](pc, sp, slots, code, word); \
    } while (0)
#define GENERAL TAIL leave(pc, sp, slots, code, w)
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
#define LEAVE_UNWOUND TAIL leave_unwound(pc, sp, slots, code, w)

#include "quick_cases.inc"

/* Those with a quick case override the general one. */
#pragma clang diagnostic ignored "-Winitializer-overrides"
static const Instruction instructions[OP_COUNT] = {
    [0 ... OP_COUNT - 1] = leave,
#define X(name) [OP_##name] = op_##name,
    QUICK_OPERATIONS(X)
#undef X
#define X(name, expression, truth) \
    [OP_##name##_L] = op_##name##_L, [OP_##name##_R] = op_##name##_R, [OP_##name##_RL] = op_##name##_RL, [OP_##name##_RR] = op_##name##_RR, \
    [OP_##name##_S] = op_##name##_S,
    ARITHMETIC(X)
#undef X
};

Left run_quick(const uint32_t *pc, Value *sp, Value *slots, Code *code)
{
    uint32_t word = *pc++;
    return instructions[word & 0xFF](pc, sp, slots, code, word);
}

#else

#define QUICK(name) case OP_##name:
#define NEXT continue
#define GENERAL goto general
#define CALL_BLOCK(b, r, m, h, v, n, d) \
    do { \
        block = (b); \
        receiver = (r); \
        message = (m); \
        holder = (h); \
        values = (v); \
        count = (n); \
        dest = (d); \
        goto call_block; \
    } while (0)
#define LEAVE_UNWOUND \
    do { \
        left = LEFT_UNWOUND; \
        goto leave; \
    } while (0)

/* Apart from the loop, which has registers to keep. */
static __attribute__((noinline)) Value *enter(
    Block *block, Value receiver, Message *message, Object *holder, const Value *values, uint32_t count, Value *dest, const uint32_t *pc)
{
    return enter_block(block, receiver, message, holder, values, count, dest, pc);
}

Left run_quick(const uint32_t *pc, Value *sp, Value *slots, Code *code)
{
    /* Operands of call_block. */
    Block *block;
    Value receiver, *dest;
    Message *message;
    Object *holder;
    const Value *values;
    uint32_t count;
    Left left;
    for (;;) {
        uint32_t w = *pc++;
        switch ((Operation)(w & 0xFF)) {
#include "quick_cases.inc"
        default:
            GENERAL;
        }

    call_block:
        sp = enter(block, receiver, message, holder, values, count, dest, pc);
        if (!sp)
            return LEFT_UNWIND;
        code = frame_code(regs.fp);
        pc = code->words;
        slots = object_of(regs.fp->ctx)->slots;
        if (!gc_due())
            continue;
        left = LEFT_COLLECT;
        goto leave;
    }
general:
    left = LEFT_GENERAL;
leave:
    quick.pc = pc;
    quick.sp = sp;
    quick.slots = slots;
    quick.code = code;
    return left;
}

#endif
