#include "activation.h"

/* Do the formals lie in the layout one behind the other? Not if a name is given twice, or is self or call: then the last is not where it would be. */
static bool lie_in_order(const Array *formals, const Shape *layout)
{
    uint32_t last = formals->cap + 1;
    return last < layout->count && layout->names[last] == (Symbol *)ref_of(formals->items[formals->cap - 1]);
}

Locals *make_locals(Block *block, Shape *layout, Value receiver, Message *message, Object *sender, Object *holder, const Value *values, uint32_t count)
{
    uint32_t room = layout->count;
    Locals *l = gc_alloc_raw(sizeof(Locals) + room * sizeof(Value), K_LOCALS);
    Value *slots = (Value *)(l + 1);
    l->o.h.flags = F_LOCALS;
    l->o.shape = layout;
    l->o.slots = slots;
    l->layout = layout;
    l->block = block;
    l->message = message;
    l->sender = sender;
    l->context = holder;
    l->coroutine = &vm.coroutine->o;
    l->target = receiver;
    l->tail_calls = 0;
    l->pending = 0;
    slots[0] = block->scope ? from_ref(block->scope) : receiver;
    slots[1] = vm.lazy_call;
    uint32_t formals = block->formals ? block->formals->cap : 0;
    uint32_t given = count < formals ? count : formals;
    if (!formals || lie_in_order(block->formals, layout)) {
        slots += 2;
        for (uint32_t i = 0; i < given; i++)
            slots[i] = values[i];
        for (uint32_t i = given; i < formals; i++)
            slots[i] = vm.nil;
        for (uint32_t i = formals; i < room - 2; i++)
            slots[i] = vm.absent;
    } else {
        for (uint32_t i = 2; i < room; i++)
            slots[i] = vm.absent;
        for (uint32_t i = 0; i < formals; i++)
            slots[shape_find(layout, ref_of(block->formals->items[i]))] = i < given ? values[i] : vm.nil;
    }
    if (l->o.h.gc & GC_OLD)
        gc_remember(l);
    return l;
}

/* How many frames there are is not counted; how much room they take is limited. */
static bool is_too_deep(void) { return (size_t)(regs.sp - regs.base) > (size_t)vm.frame_limit * WORDS_PER_FRAME; }

void raise_too_deep(Message *at) { raise_error(at, "Stack overflow: frame depth exceeded %u", (unsigned)vm.frame_limit); }

bool make_room_for(const Code *code, Message *at)
{
    if (has_room(regs.sp, code))
        return true;
    stack_grow(FRAME_WORDS + code->max_stack + 64);
    if (!is_too_deep())
        return true;
    raise_too_deep(at);
    return false;
}
