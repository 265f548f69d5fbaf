/* What running code does to slots and frames without asking anybody. */
#ifndef IO_ACTIVATION_H
#define IO_ACTIVATION_H

#include <math.h>

#include "compile.h"
#include "control.h"
#include "ops.h"
#include "unwind.h"

static inline Shape *shape_of(Value v) { return is_num(v) ? vm.number_shape : object_of(v)->shape; }

static inline bool is_unusual(Value v) { return is_cell(v) && (((Cell *)ref_of(v))->flags & F_UNUSUAL); }

/* The barrier for a slot of an object, wherever its slots are. */
static inline void wrote_slot_of(Object *o)
{
    if ((char *)o->slots > (char *)o && (char *)o->slots < (char *)o + o->h.size)
        gc_wrote(o);
    else
        gc_wrote((char *)o->slots - offsetof(Array, items));
}

/* Would a reference that is stored in its slots have to be remembered? */
static inline bool is_unremembered(const Object *o)
{
    const Cell *cell = &o->h;
    if ((char *)o->slots < (char *)o || (char *)o->slots >= (char *)o + o->h.size)
        cell = (const Cell *)(const void *)((char *)o->slots - offsetof(Array, items));
    return IO_STEP_NURSERY && (cell->gc & (GC_OLD | GC_REMEMBERED)) == GC_OLD;
}

static inline void store_slot(Object *o, uint32_t i, Value v)
{
    o->slots[i] = v;
    if (is_cell(v))
        wrote_slot_of(o);
}

/* An eager primitive for receivers of all kinds? */
static inline bool takes_anyone(const Prim *p) { return p->eager && (p->kind == K_ANY || (p->flags & PRIM_ANY)); }

/* Are both positive, whole and below 2^31? Then a remainder needs no function of the C library. */
static inline bool are_small_whole(double x, double y)
{
    return x > 0 && x < 2147483648.0 && y > 0 && y < 2147483648.0 && (double)(uint32_t)x == x && (double)(uint32_t)y == y;
}

static inline double whole_remainder(double x, double y) { return (double)((uint32_t)x % (uint32_t)y); }

static inline Value *frame_operands(Frame *f) { return (Value *)(f + 1); }

/* Puts a code frame at a place; answers where its operands begin. */
static inline Value *push_code_frame(Value *at, FrameKind kind, Code *code, Object *ctx, Value target)
{
    Frame *f = (Frame *)(void *)at;
    f->prev = frame_offset(regs.fp);
    f->kind = kind;
    f->code = from_ref(code);
    f->ctx = from_ref(ctx);
    f->target = target;
    f->pc = 0;
    f->stopped = 0;
    regs.fp = f;
    return frame_operands(f);
}

/* Is there room for a frame of the code above sp? */
static inline bool has_room(const Value *sp, const Code *code) { return (size_t)(regs.limit - sp) >= FRAME_WORDS + code->max_stack + 64; }

/* A new activation's Locals, with its values. */
Locals *make_locals(Block *block, Shape *layout, Value receiver, Message *message, Object *sender, Object *holder, const Value *values, uint32_t count);

/* Raises what deep recursion ends with. */
RARE void raise_too_deep(Message *at);

/* Makes room for a frame of the code above regs.sp; false if the stack is too deep for it: an exception is being raised. */
RARE bool make_room_for(const Code *code, Message *at);

/* A call from the newest frame, which goes on at pc; its result is meant for dest. Answers where the callee's operands begin, or null: an exception is
   being raised. The newest frame is the callee's then, or still the caller's. */
static inline Value *enter_block(Block *block, Value receiver, Message *message, Object *holder, const Value *values, uint32_t count, Value *dest, const uint32_t *pc)
{
    Frame *caller = regs.fp;
    Code *body = block->code ? block->code : code_of_block(block);
    Locals *l = make_locals(block, block->locals, receiver, message, object_of(caller->ctx), holder, values, count);
    caller->pc = (uint32_t)(pc - frame_code(caller)->words);
    uint32_t after = *pc & 0xFF;
    if (after == OP_RET || after == OP_JUMP || after == OP_RETURN)
        dest = leave_tail(dest, l); /* whoever would only pass the value on is left */
    if (!has_room(dest, body)) {
        regs.sp = dest;
        if (!make_room_for(body, message))
            return NULL;
        dest = regs.sp;
    }
    return push_code_frame(dest, FRAME_ACTIVATION, body, &l->o, from_ref(l));
}

#endif
