#include "coroutine.h"

#include <stdlib.h>

#include "../core/fail.h"

Registers regs;

void frame_save_registers(void)
{
    Coroutine *c = vm.coroutine;
    if (!c->stack)
        return;
    c->fp = frame_offset(regs.fp);
    c->sp = (uint32_t)(regs.sp - regs.base);
    c->stack->clean = (uint32_t)(regs.clean - regs.base);
}

void frame_load_registers(void)
{
    Coroutine *c = vm.coroutine;
    regs.base = c->stack->base;
    size_t most = (size_t)vm.frame_limit * WORDS_PER_FRAME + 256;
    regs.limit = regs.base + (c->stack->size < most ? c->stack->size : most);
    regs.clean = regs.base + c->stack->clean;
    regs.fp = c->fp ? (Frame *)(void *)(regs.base + c->fp) : NULL;
    regs.sp = regs.base + c->sp;
}

void stack_grow(size_t words)
{
    Coroutine *c = vm.coroutine;
    frame_save_registers();
    Stack *s = c->stack;
    size_t size = s->size;
    if (size - c->sp >= words + 64)
        return; /* the limit is near, not the end of the stack */
    while (size - c->sp < words + 64)
        size *= 2;
    Value *base = realloc(s->base, size * sizeof *base);
    if (!base)
        fail_out_of_memory();
    gc_note_stack((int64_t)((size - s->size) * sizeof(Value)));
    s->base = base;
    s->size = (uint32_t)size;
    frame_load_registers();
}

Frame *coroutine_top(Coroutine *c)
{
    if (c == (Coroutine *)vm.coroutine)
        return regs.fp;
    return c->stack && c->fp ? (Frame *)(void *)(c->stack->base + c->fp) : NULL;
}

Frame *coroutine_below(Coroutine *c, const Frame *f) { return f->prev ? (Frame *)(void *)(c->stack->base + f->prev) : NULL; }

void coroutine_make_stack(Coroutine *c, uint32_t words)
{
    if (c->stack) {
        c->stack->clean = 0;
        c->fp = 0;
        c->sp = 1;
        return;
    }
    Stack *s = malloc(sizeof *s);
    if (!s)
        fail_out_of_memory();
    s->base = malloc(words * sizeof(Value));
    if (!s->base)
        fail_out_of_memory();
    s->base[0] = 0;
    s->size = words;
    s->clean = 0;
    c->stack = s;
    gc_note_stack((int64_t)(words * sizeof(Value)));
    c->fp = 0;
    c->sp = 1;
}

Coroutine *coroutine_new(Object *parent, Message *body, Object *locals, Value target)
{
    Coroutine *c = (Coroutine *)object_new_kind(K_COROUTINE, PROTO(Coroutine));
    set_slot(&c->o, SYM(runTarget), target);
    set_slot(&c->o, SYM(runLocals), from_ref(locals));
    set_slot(&c->o, SYM(runMessage), ref_or_nil(body));
    set_slot(&c->o, SYM(parentCoroutine), ref_or_nil(parent));
    return c;
}

void coroutine_begin(Coroutine *c)
{
    c->started = 1;
    c->finished = 0;
    Coroutine *parent = coroutine_parent(c);
    if (parent) {
        parent->last_started = c;
        gc_wrote(parent);
    }
    coroutine_make_stack(c, 128);
}

static void forget_frames(Coroutine *c)
{
    c->fp = 0;
    c->sp = c->stack ? 1 : 0;
    if (c->stack) {
        gc_note_stack(-(int64_t)(c->stack->size * sizeof(Value)));
        free(c->stack->base);
        free(c->stack);
        c->stack = NULL;
        c->sp = 0;
    }
    c->last_started = NULL;
    c->started = 0;
    c->finished = 1;
}

void coroutine_finish(Coroutine *c, Value result, Object *exception)
{
    forget_frames(c);
    if (exception)
        set_slot(&c->o, SYM(exception), from_ref(exception));
    else
        set_slot(&c->o, SYM(result), result);
}

void coroutine_restore(Coroutine *c, const Value *words, uint32_t sp, uint32_t fp)
{
    coroutine_make_stack(c, 128);
    if (c->stack->size < sp + 128) {
        uint32_t size = sp * 2 + 128;
        Value *base = realloc(c->stack->base, size * sizeof *base);
        if (!base)
            fail_out_of_memory();
        gc_note_stack((int64_t)((size - c->stack->size) * sizeof(Value)));
        c->stack->base = base;
        c->stack->size = size;
    }
    memcpy(c->stack->base, words, sp * sizeof *words);
    c->sp = sp;
    c->fp = fp;
    c->started = 1;
    c->finished = 0;
    gc_remember(c);
}

void coroutine_abandon(Coroutine *c) { forget_frames(c); }

Coroutine *coroutine_parent(Coroutine *c)
{
    Value v;
    return get_slot(from_ref(c), SYM(parentCoroutine), &v) ? as_coroutine(v) : NULL;
}

Coroutine *coroutine_living_parent(Coroutine *c)
{
    Coroutine *ancestor = c;
    for (int steps = 1; steps < 100000; steps++) {
        ancestor = coroutine_parent(ancestor);
        if (!ancestor)
            return NULL;
        if (!ancestor->started)
            continue;
        if (steps > 1)
            set_slot(&c->o, SYM(parentCoroutine), from_ref(ancestor));
        return ancestor;
    }
    return NULL;
}

void coroutine_body(Coroutine *c, Message **body, Value *target, Object **locals)
{
    Value v;
    *body = get_slot(from_ref(c), SYM(runMessage), &v) ? as_message(v) : NULL;
    *target = get_slot(from_ref(c), SYM(runTarget), &v) && v != vm.nil ? v : from_ref(PROTO(Lobby));
    *locals = get_slot(from_ref(c), SYM(runLocals), &v) && v != vm.nil && is_ref(v) ? object_of(v) : is_ref(*target) ? object_of(*target) : PROTO(Lobby);
}

void coroutine_note_raise(void)
{
    Value entries[2 * MAX_TRACE];
    uint32_t count = 0;
    for (const Frame *f = regs.fp; f && count < 2 * MAX_TRACE; f = frame_below(f)) {
        if (f->kind != FRAME_ACTIVATION)
            continue;
        Locals *l = ref_of(f->ctx);
        if (l->block->o.h.flags & F_OPAQUE)
            continue;
        entries[count++] = l->target;
        entries[count++] = from_ref(l->message);
    }
    Array *raised = array_new(count);
    for (uint32_t i = 0; i < count; i++)
        array_set(raised, i, entries[i]);
    vm.coroutine->raised_in = raised;
    gc_wrote(vm.coroutine);
}

Value coroutine_handlers(Coroutine *c)
{
    Value v;
    return get_own(&c->o, SYM(handlerStack), &v) ? v : vm.nil;
}

void coroutine_set_handlers(Coroutine *c, Value handlers)
{
    if (coroutine_handlers(c) != handlers)
        set_slot(&c->o, SYM(handlerStack), handlers);
}

static Value main_root;

Coroutine *main_coroutine(void)
{
    if (!main_root) {
        main_root = from_ref(object_new_kind(K_COROUTINE, PROTO(Coroutine)));
        gc_root(&main_root);
    }
    return ref_of(main_root);
}
