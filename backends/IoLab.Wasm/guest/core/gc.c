/* The collector: a bump nursery, everything that survives it is promoted to pages of equal cells, which are marked and swept. */
#include "gc.h"

#include <stdlib.h>

#include "../exec/code.h"
#include "../exec/frame.h"
#include "fail.h"
#include "symbol.h"

enum {
    NURSERY_BYTES = 1 << 20,
    OVERFLOW_BYTES = 1 << 18,
    POLL_SLACK = 1 << 16, /* what may be allocated between a full nursery and the safepoint before a chunk is needed */
    LARGEST_SMALL = 4096,
    PAGE_BYTES = 1 << 16,
    CLASS_COUNT = 32 + 8 + 12
};

typedef struct Page {
    struct Page *next;
    uint32_t slot_size;
    uint32_t filled; /* bytes of data that have been handed out once */
    uint32_t capacity;
    uint32_t unused;
    uint64_t data[];
} Page;

typedef struct FreeCell {
    Cell h;
    struct FreeCell *next;
} FreeCell;

typedef struct Chunk {
    struct Chunk *next;
    char *filled; /* the end of its cells, once another chunk is in use */
    uint64_t data[];
} Chunk;

typedef struct Pointers {
    Cell **items;
    size_t count, cap;
} Pointers;

static struct {
    char *nursery;
    char *nursery_filled; /* the end of its cells, once an overflow chunk is in use */
    Chunk *overflow;
    Page *pages[CLASS_COUNT];
    FreeCell *free[CLASS_COUNT];
    Pointers large;
    Pointers remembered;
    Pointers pending;    /* cells whose references are still to be visited */
    Pointers weak_links;
    uint64_t old_bytes, old_limit, stack_bytes;
    uint32_t freed;
    uint64_t minor_count, major_count;
    bool full_requested;
    /* Identities: open addressing by address; young keys are listed, since they move. */
    Object **identity_keys;
    uint64_t *identity_values;
    size_t identity_cap, identity_count;
    uint64_t last_identity;
    Pointers young_identities;
} gc;

VM vm;

static void push(Pointers *list, void *cell)
{
    if (list->count == list->cap) {
        list->cap = list->cap ? list->cap * 2 : 64;
        list->items = realloc(list->items, list->cap * sizeof *list->items);
        if (!list->items)
            fail_out_of_memory();
    }
    list->items[list->count++] = cell;
}

static void reset_nursery(void)
{
    vm.alloc_next = gc.nursery;
    vm.alloc_end = gc.nursery + NURSERY_BYTES + POLL_SLACK;
    vm.alloc_poll = vm.gc_stress ? gc.nursery : gc.nursery + NURSERY_BYTES;
    if (gc.full_requested)
        vm.alloc_poll = gc.nursery;
}

void gc_init(void)
{
    gc.nursery = malloc(NURSERY_BYTES + POLL_SLACK);
    if (!gc.nursery)
        fail_out_of_memory();
    gc.old_limit = 32u << 20;
    reset_nursery();
}

/* ---- the old generation ---- */

static uint32_t class_of(size_t size)
{
    if (size <= 512)
        return (uint32_t)((size + 15) / 16 - 1);
    if (size <= 1024)
        return (uint32_t)(32 + (size - 512 + 63) / 64 - 1);
    return (uint32_t)(40 + (size - 1024 + 255) / 256 - 1);
}

static uint32_t slot_size_of(uint32_t class)
{
    if (class < 32)
        return (class + 1) * 16;
    return class < 40 ? 512 + (class - 31) * 64 : 1024 + (class - 39) * 256;
}

static void *small_slot(size_t size)
{
    uint32_t class = class_of(size);
    FreeCell *cell = gc.free[class];
    if (cell) {
        gc.free[class] = cell->next;
        return cell;
    }
    Page *page = gc.pages[class];
    uint32_t slot = slot_size_of(class);
    if (!page || page->filled + slot > page->capacity) {
        page = malloc(sizeof(Page) + PAGE_BYTES);
        if (!page)
            fail_out_of_memory();
        page->slot_size = slot;
        page->filled = 0;
        page->capacity = PAGE_BYTES / slot * slot;
        page->next = gc.pages[class];
        gc.pages[class] = page;
    }
    void *result = (char *)page->data + page->filled;
    page->filled += slot;
    return result;
}

static Cell *old_slot(size_t size)
{
    Cell *cell;
    gc.old_bytes += size;
    if (size <= LARGEST_SMALL) {
        cell = small_slot(size);
        cell->gc = GC_OLD;
        return cell;
    }
    cell = malloc(size);
    if (!cell)
        fail_out_of_memory();
    cell->gc = GC_OLD | GC_LARGE;
    push(&gc.large, cell);
    return cell;
}

void *gc_alloc_old(size_t size, Kind kind)
{
    size = (size + 7) & ~(size_t)7;
    if (size < 16)
        size = 16;
    Cell *cell = old_slot(size);
    uint8_t bits = cell->gc;
    memset(cell, 0, size);
    cell->gc = bits;
    cell->kind = (uint8_t)kind;
    cell->size = (uint32_t)size;
    gc_remember(cell);
    return cell;
}

void *gc_alloc_slow(size_t size, Kind kind)
{
    if (!IO_STEP_NURSERY || size > LARGEST_SMALL) {
        if (gc.old_bytes + size > gc.old_limit)
            gc_request_full();
        return gc_alloc_old(size, kind);
    }
    Chunk *chunk = malloc(sizeof(Chunk) + OVERFLOW_BYTES);
    if (!chunk)
        fail_out_of_memory();
    if (gc.overflow)
        gc.overflow->filled = vm.alloc_next;
    else
        gc.nursery_filled = vm.alloc_next;
    chunk->next = gc.overflow;
    gc.overflow = chunk;
    vm.alloc_next = (char *)chunk->data;
    vm.alloc_end = vm.alloc_next + OVERFLOW_BYTES;
    vm.alloc_poll = vm.alloc_next; /* the safepoint is overdue */
    return gc_alloc_raw(size, kind);
}

Array *array_new(uint32_t cap)
{
    Array *a = gc_alloc(sizeof(Array) + (size_t)cap * sizeof(Value), K_ARRAY);
    a->cap = cap;
    return a;
}

Bytes *bytes_new(size_t cap)
{
    size_t size = (sizeof(Bytes) + cap + 7) & ~(size_t)7;
    Bytes *b = gc_alloc(size, K_BYTES);
    b->cap = (uint32_t)(size - sizeof(Bytes));
    return b;
}

void gc_remember(void *cell)
{
    Cell *c = cell;
    if (!IO_STEP_NURSERY || !(c->gc & GC_OLD) || (c->gc & GC_REMEMBERED))
        return;
    c->gc |= GC_REMEMBERED;
    push(&gc.remembered, c);
}

uint64_t gc_heap_bytes(void) { return gc.old_bytes + gc.stack_bytes; }
bool gc_may_allocate(uint64_t bytes) { return bytes < (1u << 30) && gc_heap_bytes() + bytes < vm.memory_limit; }
void gc_note_stack(int64_t bytes) { gc.stack_bytes += (uint64_t)bytes; }
uint32_t gc_last_freed(void) { return gc.freed; }
uint64_t gc_minor_count(void) { return gc.minor_count; }
uint64_t gc_major_count(void) { return gc.major_count; }

void gc_request_full(void)
{
    gc.full_requested = true;
    vm.alloc_poll = vm.alloc_next;
}

/* ---- visiting references ---- */

static void *promote(Cell *cell)
{
    if (cell->gc & GC_FORWARDED)
        return *(void **)(cell + 1);
    uint32_t size = cell->size;
    Cell *copy = old_slot(size < 16 ? 16 : size);
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
    push(&gc.pending, copy);
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
        push(&gc.pending, cell);
    }
}

static inline void visit_value(Value *slot, const bool minor)
{
    if (!is_ref(*slot))
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
    case K_WEAKLINK:
        visit_values(((Data *)cell)->field + (minor ? 0 : 1), DATA_FIELDS - (minor ? 0 : 1), minor);
        break;
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
    while (gc.pending.count) {
        Cell *cell = gc.pending.items[--gc.pending.count];
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

/* ---- identities ---- */

static size_t identity_place(const Object *o)
{
    size_t i = ((uintptr_t)o >> 3) * 0x9E3779B1u;
    for (;; i++) {
        i &= gc.identity_cap - 1;
        if (!gc.identity_keys[i] || gc.identity_keys[i] == o)
            return i;
    }
}

static void identity_rebuild(size_t cap, bool drop_unmarked)
{
    Object **keys = gc.identity_keys;
    uint64_t *values = gc.identity_values;
    size_t old_cap = gc.identity_cap;
    gc.identity_cap = cap;
    gc.identity_keys = calloc(cap, sizeof *keys);
    gc.identity_values = calloc(cap, sizeof *values);
    if (!gc.identity_keys || !gc.identity_values)
        fail_out_of_memory();
    gc.identity_count = 0;
    for (size_t i = 0; i < old_cap; i++) {
        Object *o = keys[i];
        if (!o)
            continue;
        if (!(o->h.gc & GC_OLD)) {
            if (!drop_unmarked && !(o->h.gc & GC_FORWARDED)) {
                /* still young: keep where it is */
            } else if (o->h.gc & GC_FORWARDED) {
                o = *(void **)(&o->h + 1);
            } else {
                continue;
            }
        }
        size_t place = identity_place(o);
        gc.identity_keys[place] = o;
        gc.identity_values[place] = values[i];
        gc.identity_count++;
    }
    free(keys);
    free(values);
}

uint64_t identity_of(Object *o)
{
    if (gc.identity_cap == 0)
        identity_rebuild(64, false);
    size_t place = identity_place(o);
    if (gc.identity_keys[place])
        return gc.identity_values[place];
    if (gc.identity_count * 2 > gc.identity_cap) {
        identity_rebuild(gc.identity_cap * 2, false);
        place = identity_place(o);
    }
    gc.identity_keys[place] = o;
    gc.identity_count++;
    if (!(o->h.gc & GC_OLD))
        push(&gc.young_identities, o);
    return gc.identity_values[place] = ++gc.last_identity;
}

/* After marking: forget the dead ones. Every key is old. */
static void identities_forget_dead(void)
{
    Object **keys = gc.identity_keys;
    uint64_t *values = gc.identity_values;
    size_t cap = gc.identity_cap;
    if (!cap)
        return;
    gc.identity_keys = calloc(cap, sizeof *keys);
    gc.identity_values = calloc(cap, sizeof *values);
    if (!gc.identity_keys || !gc.identity_values)
        fail_out_of_memory();
    gc.identity_count = 0;
    for (size_t i = 0; i < cap; i++) {
        if (!keys[i] || !(keys[i]->h.gc & GC_MARK))
            continue;
        size_t place = identity_place(keys[i]);
        gc.identity_keys[place] = keys[i];
        gc.identity_values[place] = values[i];
        gc.identity_count++;
    }
    free(keys);
    free(values);
}

void weak_link_note(Data *link) { push(&gc.weak_links, link); }

/* ---- collections ---- */

static void collect_young(void)
{
    gc.minor_count++;
    visit_roots(true);
    for (size_t i = 0; i < gc.remembered.count; i++) {
        Cell *cell = gc.remembered.items[i];
        cell->gc &= (uint8_t)~GC_REMEMBERED;
        visit_cell(cell, true);
    }
    gc.remembered.count = 0;
    drain(true);
    if (gc.young_identities.count) {
        identity_rebuild(gc.identity_cap, true);
        gc.young_identities.count = 0;
    }
    while (gc.overflow) {
        Chunk *next = gc.overflow->next;
        free(gc.overflow);
        gc.overflow = next;
    }
#ifdef IO_GC_POISON
    memset(gc.nursery, 0xDB, NURSERY_BYTES + POLL_SLACK);
#endif
    reset_nursery();
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
            gc.freed++;
            gc.old_bytes -= cell->size;
        }
        cell->kind = K_FREE;
        cell->gc = GC_OLD;
        ((FreeCell *)cell)->next = gc.free[class];
        gc.free[class] = (FreeCell *)cell;
    }
}

static void sweep(void)
{
    gc.freed = 0;
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        gc.free[class] = NULL;
        for (Page *page = gc.pages[class]; page; page = page->next)
            sweep_page(page, class);
    }
    size_t kept = 0;
    for (size_t i = 0; i < gc.large.count; i++) {
        Cell *cell = gc.large.items[i];
        if (cell->gc & GC_MARK) {
            cell->gc &= (uint8_t)~GC_MARK;
            gc.large.items[kept++] = cell;
            continue;
        }
        gc.freed++;
        gc.old_bytes -= cell->size;
        finalize(cell);
        free(cell);
    }
    gc.large.count = kept;
}

static void clear_weak_links(void)
{
    size_t kept = 0;
    for (size_t i = 0; i < gc.weak_links.count; i++) {
        Data *link = (Data *)gc.weak_links.items[i];
        if (!(link->o.h.gc & GC_MARK))
            continue;
        gc.weak_links.items[kept++] = &link->o.h;
        Value target = link->field[0];
        if (is_ref(target) && !(((Cell *)ref_of(target))->gc & GC_MARK))
            link->field[0] = vm.nil;
    }
    gc.weak_links.count = kept;
}

static void collect_old(void)
{
    gc.full_requested = false;
    gc.major_count++;
    visit_roots(false);
    drain(false);
    clear_weak_links();
    identities_forget_dead();
    symbols_forget_dead();
    sweep();
    uint64_t room = gc.old_bytes / 2 * 3;
    gc.old_limit = gc.old_bytes + (room < (32u << 20) ? 32u << 20 : room);
    if (gc.old_limit > (uint64_t)3500 << 20)
        gc.old_limit = (uint64_t)3500 << 20;
    reset_nursery();
}

void gc_safepoint(void)
{
    collect_young();
    if (gc.full_requested || gc.old_bytes > gc.old_limit)
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
    memset(gc.nursery, 0, NURSERY_BYTES + POLL_SLACK);
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        for (FreeCell *cell = gc.free[class]; cell; cell = cell->next)
            memset(cell + 1, 0, slot_size_of(class) - sizeof *cell);
    }
}

Value *gc_roots[64];
uint32_t gc_root_count;

void gc_each(Kind kind, void (*visit_one)(void *cell, void *context), void *context)
{
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        for (Page *page = gc.pages[class]; page; page = page->next) {
            char *end = (char *)page->data + page->filled;
            for (char *p = (char *)page->data; p < end; p += page->slot_size) {
                if (((Cell *)p)->kind == kind)
                    visit_one(p, context);
            }
        }
    }
    for (size_t i = 0; i < gc.large.count; i++) {
        if (gc.large.items[i]->kind == kind)
            visit_one(gc.large.items[i], context);
    }
}

static void each_between(char *p, char *end, Kind kind, void (*visit_one)(void *cell, void *context), void *context)
{
    for (; p < end; p += ((Cell *)p)->size) {
        if (((Cell *)p)->kind == kind)
            visit_one(p, context);
    }
}

void gc_each_young(Kind kind, void (*visit_one)(void *cell, void *context), void *context)
{
    each_between(gc.nursery, gc.overflow ? gc.nursery_filled : vm.alloc_next, kind, visit_one, context);
    for (Chunk *c = gc.overflow; c; c = c->next)
        each_between((char *)c->data, c == gc.overflow ? vm.alloc_next : c->filled, kind, visit_one, context);
}
