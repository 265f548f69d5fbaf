/* The collector: what survives the nursery is promoted; the old generation is marked and swept. */
#include "gc.h"

#include <stdlib.h>

#include "../exec/code.h"
#include "../exec/frame.h"
#include "heap.h"
#include "symbol.h"

/* ---- visiting references ---- */

static void *promote(Cell *cell)
{
    if (cell->gc & GC_FORWARDED)
        return *(void **)(cell + 1);
    uint32_t size = cell->size;
    Cell *copy = heap_old_slot(size < 16 ? 16 : size);
    uint8_t bits = copy->gc;
    memcpy(copy, cell, size);
    copy->gc = bits;
    if (cell->kind >= K_FIRST_OBJECT) {
        Object *from = (Object *)cell, *to = (Object *)copy;
        char *slots = (char *)from->slots;
        if (slots > (char *)from && slots < (char *)from + size)
            to->slots = (Value *)((char *)to + (slots - (char *)from));
    }
    cell->gc |= GC_FORWARDED;
    *(void **)(cell + 1) = copy;
    heap_push(&heap.pending, copy);
    return copy;
}

static inline void visit(void *slot, const bool minor)
{
    Cell *cell;
    memcpy(&cell, slot, sizeof cell);
    if (!cell)
        return;
    if (minor) {
        if (!(cell->gc & GC_OLD)) {
            cell = promote(cell);
            memcpy(slot, &cell, sizeof cell);
        }
    } else if (!(cell->gc & GC_MARK)) {
        cell->gc |= GC_MARK;
        heap_push(&heap.pending, cell);
    }
}

static inline void visit_value(Value *slot, const bool minor)
{
    if (!is_cell(*slot))
        return;
    void *cell = ref_of(*slot);
    visit(&cell, minor);
    if (minor)
        *slot = from_ref(cell);
}

static inline void visit_values(Value *values, size_t count, const bool minor)
{
    for (size_t i = 0; i < count; i++)
        visit_value(values + i, minor);
}

static void visit_slots(Object *o, const bool minor)
{
    if (!o->slots)
        return;
    char *slots = (char *)o->slots;
    if (slots > (char *)o && slots < (char *)o + o->h.size) {
        visit_values(o->slots, (size_t)((char *)o + o->h.size - slots) / sizeof(Value), minor);
        return;
    }
    Array *array = (Array *)(slots - offsetof(Array, items));
    visit(&array, minor);
    o->slots = array->items;
}

static inline void visit_cache(Cache *c, const bool minor)
{
    visit(&c->message, minor);
    visit(&c->name, minor);
    if (!minor) {
        c->kind = IC_EMPTY;
        c->shape = c->hop_shape = c->shape2 = NULL;
        c->holder = NULL;
        c->callee = 0;
        return;
    }
    visit(&c->holder, minor);
    visit_value(&c->callee, minor);
}

static void visit_code(Code *code, const bool minor)
{
    visit_values(code->literals, code->literal_count, minor);
    visit(&code->origin, minor);
    visit(&code->layout, minor);
    visit(&code->next, minor);
    for (uint32_t i = 0; i < code->construct_count; i++)
        visit(&code->constructs[i].message, minor);
    for (uint32_t i = 0; i < code->cache_count; i++) {
        Cache *c = code->caches + i;
        visit_cache(c, minor);
        for (uint32_t k = 0; c->more && k < CACHE_MORE; k++)
            visit_cache(c->more + k, minor);
    }
}

static void visit_coroutine(Coroutine *c, const bool minor)
{
    visit(&c->last_started, minor);
    visit(&c->raised_in, minor);
    Stack *s = c->stack;
    if (!s)
        return;
    uint32_t from = minor ? s->clean : 0;
    if (c->sp > from)
        visit_values(s->base + from, c->sp - from, minor);
    if (minor && s->clean < c->fp)
        s->clean = c->fp;
}

static inline void visit_cell(Cell *cell, const bool minor)
{
    if (cell->kind >= K_FIRST_OBJECT) {
        visit(&((Object *)cell)->shape, minor);
        visit_slots((Object *)cell, minor);
    }
    switch ((Kind)cell->kind) {
    case K_ARRAY:
        visit_values(((Array *)cell)->items, ((Array *)cell)->cap, minor);
        break;
    case K_SHAPE: {
        Shape *s = (Shape *)cell;
        visit(&s->protos, minor);
        visit(&s->clone_shape, minor);
        visit(&s->root, minor);
        for (uint32_t i = 0; i < s->count; i++)
            visit(&s->names[i], minor);
        for (uint32_t i = 0; i < s->child_count; i++)
            visit(&s->children[i], minor);
        break;
    }
    case K_SYMBOL:
        visit(&((Symbol *)cell)->seq, minor);
        break;
    case K_CODE:
        visit_code((Code *)cell, minor);
        break;
    case K_MAP:
        visit(&((Map *)cell)->entries, minor);
        visit(&((Map *)cell)->index, minor);
        break;
    case K_LIST:
        visit(&((List *)cell)->items, minor);
        break;
    case K_SEQUENCE:
        visit(&((Seq *)cell)->bytes, minor);
        visit(&((Seq *)cell)->symbol, minor);
        break;
    case K_LOCALS: {
        Locals *l = (Locals *)cell;
        visit(&l->layout, minor);
        visit(&l->block, minor);
        visit(&l->message, minor);
        visit(&l->sender, minor);
        visit(&l->context, minor);
        visit(&l->coroutine, minor);
        visit_value(&l->target, minor);
        break;
    }
    case K_BLOCK: {
        Block *b = (Block *)cell;
        visit(&b->formals, minor);
        visit(&b->body, minor);
        visit(&b->scope, minor);
        visit(&b->code, minor);
        visit(&b->locals, minor);
        visit(&b->made, minor);
        break;
    }
    case K_MESSAGE: {
        Message *m = (Message *)cell;
        visit(&m->name, minor);
        visit(&m->label, minor);
        visit(&m->args, minor);
        visit(&m->next, minor);
        visit(&m->codes, minor);
        visit(&m->previous, minor);
        visit(&m->made, minor);
        visit_value(&m->cached, minor);
        break;
    }
    case K_CALL:
        visit(&((Call *)cell)->activation, minor);
        break;
    case K_COROUTINE:
        visit_coroutine((Coroutine *)cell, minor);
        break;
    case K_WEAKLINK: {
        Value *fields = ((Data *)cell)->field;
        uint32_t weak = minor || (HAS_BOXED_NUMBERS && is_num(fields[0])) ? 0 : 1; /* a link to a number is never lost */
        visit_values(fields + weak, DATA_FIELDS - weak, minor);
        break;
    }
    case K_NUMBER:
    case K_EVALFRAME:
    case K_CONTINUATION:
    case K_DATE:
    case K_DURATION:
    case K_FILE:
    case K_DIRECTORY:
    case K_SANDBOX:
        visit_values(((Data *)cell)->field, DATA_FIELDS, minor);
        break;
    default:
        break;
    }
}

static inline void drain(const bool minor)
{
    while (heap.pending.count) {
        Cell *cell = heap.pending.items[--heap.pending.count];
        visit_cell(cell, minor);
    }
}

static inline void visit_roots(const bool minor)
{
    visit(&vm.coroutine, minor);
    Value *values[] = {&vm.nil, &vm.yes, &vm.no, &vm.absent, &vm.lazy_call, &vm.unwind, &vm.stop_value, &vm.redirect};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        visit_value(values[i], minor);
    visit(&vm.number_shape, minor);
    visit(&vm.locals_root, minor);
    visit(&vm.forwarder_shape, minor);
    visit(&vm.named_protos, minor);
    for (int i = 0; i < S_COUNT; i++)
        visit(&vm.symbols[i], minor);
    for (int i = 0; i < P_COUNT; i++)
        visit(&vm.protos[i], minor);
    for (uint32_t i = 0; i < gc_root_count; i++)
        visit_value(gc_roots[i], minor);
    if (vm.coroutine) {
        frame_save_registers();
        if (minor)
            visit_coroutine(vm.coroutine, true);
    }
}

void weak_link_note(Data *link) { heap_push(&heap.weak_links, link); }

/* ---- collections ---- */

static void collect_young(void)
{
    heap.minor_count++;
    visit_roots(true);
    for (size_t i = 0; i < heap.remembered.count; i++) {
        Cell *cell = heap.remembered.items[i];
        cell->gc &= (uint8_t)~GC_REMEMBERED;
        visit_cell(cell, true);
    }
    heap.remembered.count = 0;
    drain(true);
    identities_after_minor();
    while (heap.overflow) {
        Chunk *next = heap.overflow->next;
        free(heap.overflow);
        heap.overflow = next;
    }
#ifdef IO_GC_POISON
    memset(heap.nursery, 0xDB, NURSERY_BYTES + POLL_SLACK);
#endif
    heap_reset_nursery();
}

static void finalize(Cell *cell)
{
    switch ((Kind)cell->kind) {
    case K_SHAPE:
        free(((Shape *)cell)->names);
        free(((Shape *)cell)->index);
        free(((Shape *)cell)->children);
        break;
    case K_CODE:
        for (uint32_t i = 0; i < ((Code *)cell)->cache_count; i++)
            free(((Code *)cell)->caches[i].more);
        free(((Code *)cell)->words);
        free(((Code *)cell)->literals);
        free(((Code *)cell)->caches);
        free(((Code *)cell)->regions);
        free(((Code *)cell)->constructs);
        break;
    case K_COROUTINE:
        if (((Coroutine *)cell)->stack) {
            gc_note_stack(-(int64_t)(((Coroutine *)cell)->stack->size * sizeof(Value)));
            free(((Coroutine *)cell)->stack->base);
            free(((Coroutine *)cell)->stack);
        }
        break;
    default:
        break;
    }
}

static void sweep_page(Page *page, uint32_t class)
{
    char *end = (char *)page->data + page->filled;
    for (char *p = (char *)page->data; p < end; p += page->slot_size) {
        Cell *cell = (Cell *)p;
        if (cell->kind != K_FREE && (cell->gc & GC_MARK)) {
            cell->gc &= (uint8_t)~GC_MARK;
            continue;
        }
        if (cell->kind != K_FREE) {
            finalize(cell);
            heap.freed++;
            heap.old_bytes -= cell->size;
        }
        cell->kind = K_FREE;
        cell->gc = GC_OLD;
        ((FreeCell *)cell)->next = heap.free[class];
        heap.free[class] = (FreeCell *)cell;
    }
}

static void sweep(void)
{
    heap.freed = 0;
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        heap.free[class] = NULL;
        for (Page *page = heap.pages[class]; page; page = page->next)
            sweep_page(page, class);
    }
    size_t kept = 0;
    for (size_t i = 0; i < heap.large.count; i++) {
        Cell *cell = heap.large.items[i];
        if (cell->gc & GC_MARK) {
            cell->gc &= (uint8_t)~GC_MARK;
            heap.large.items[kept++] = cell;
            continue;
        }
        heap.freed++;
        heap.old_bytes -= cell->size;
        finalize(cell);
        free(cell);
    }
    heap.large.count = kept;
}

static void clear_weak_links(void)
{
    size_t kept = 0;
    for (size_t i = 0; i < heap.weak_links.count; i++) {
        Data *link = (Data *)heap.weak_links.items[i];
        if (!(link->o.h.gc & GC_MARK))
            continue;
        heap.weak_links.items[kept++] = &link->o.h;
        Value target = link->field[0];
        if (is_cell(target) && !(((Cell *)ref_of(target))->gc & GC_MARK))
            link->field[0] = vm.nil;
    }
    heap.weak_links.count = kept;
}

static void collect_old(void)
{
    heap.full_requested = false;
    heap.major_count++;
    visit_roots(false);
    drain(false);
    clear_weak_links();
    identities_forget_dead();
    symbols_forget_dead();
    sweep();
    uint64_t room = heap.old_bytes / 2 * 3;
    heap.old_limit = heap.old_bytes + (room < (32u << 20) ? 32u << 20 : room);
    if (heap.old_limit > (uint64_t)3500 << 20)
        heap.old_limit = (uint64_t)3500 << 20;
    heap_reset_nursery();
}

void gc_safepoint(void)
{
    collect_young();
    if (heap.full_requested || heap.old_bytes > heap.old_limit)
        collect_old();
}

void gc_full(void)
{
    collect_young();
    collect_old();
}

void gc_leave_no_garbage(void)
{
    gc_full();
    memset(heap.nursery, 0, NURSERY_BYTES + POLL_SLACK);
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        for (FreeCell *cell = heap.free[class]; cell; cell = cell->next)
            memset(cell + 1, 0, heap_slot_size(class) - sizeof *cell);
    }
}
