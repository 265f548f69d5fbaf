/* Where cells lie: a bump nursery with overflow chunks, pages of equal old cells, large cells from malloc. */
#include "heap.h"

#include <stdlib.h>

#include "fail.h"

Heap heap;
VM vm;

Value *gc_roots[64];
uint32_t gc_root_count;

void heap_push(Pointers *list, void *cell)
{
    if (list->count == list->cap) {
        list->cap = list->cap ? list->cap * 2 : 64;
        list->items = realloc(list->items, list->cap * sizeof *list->items);
        if (!list->items)
            fail_out_of_memory();
    }
    list->items[list->count++] = cell;
}

void heap_reset_nursery(void)
{
    vm.alloc_next = heap.nursery;
    vm.alloc_end = heap.nursery + NURSERY_BYTES + POLL_SLACK;
    vm.alloc_poll = vm.gc_stress ? heap.nursery : heap.nursery + NURSERY_BYTES;
    if (heap.full_requested)
        vm.alloc_poll = heap.nursery;
}

void gc_init(void)
{
    heap.nursery = malloc(NURSERY_BYTES + POLL_SLACK);
    if (!heap.nursery)
        fail_out_of_memory();
    heap.old_limit = 32u << 20;
    heap_reset_nursery();
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

uint32_t heap_slot_size(uint32_t class)
{
    if (class < 32)
        return (class + 1) * 16;
    return class < 40 ? 512 + (class - 31) * 64 : 1024 + (class - 39) * 256;
}

static void *small_slot(size_t size)
{
    uint32_t class = class_of(size);
    FreeCell *cell = heap.free[class];
    if (cell) {
        heap.free[class] = cell->next;
        return cell;
    }
    Page *page = heap.pages[class];
    uint32_t slot = heap_slot_size(class);
    if (!page || page->filled + slot > page->capacity) {
        page = malloc(sizeof(Page) + PAGE_BYTES);
        if (!page)
            fail_out_of_memory();
        page->slot_size = slot;
        page->filled = 0;
        page->capacity = PAGE_BYTES / slot * slot;
        page->next = heap.pages[class];
        heap.pages[class] = page;
    }
    void *result = (char *)page->data + page->filled;
    page->filled += slot;
    return result;
}

Cell *heap_old_slot(size_t size)
{
    Cell *cell;
    heap.old_bytes += size;
    if (size <= LARGEST_SMALL) {
        cell = small_slot(size);
        cell->gc = GC_OLD;
        return cell;
    }
    cell = malloc(size);
    if (!cell)
        fail_out_of_memory();
    cell->gc = GC_OLD | GC_LARGE;
    heap_push(&heap.large, cell);
    return cell;
}

void *gc_alloc_old(size_t size, Kind kind)
{
    size = (size + 7) & ~(size_t)7;
    if (size < 16)
        size = 16;
    Cell *cell = heap_old_slot(size);
    uint8_t bits = cell->gc;
    memset(cell, 0, size);
    cell->gc = bits;
    cell->kind = (uint8_t)kind;
    cell->size = (uint32_t)size;
    gc_remember(cell);
    return cell;
}

/* New cells go to another chunk. */
static inline void add_chunk(void)
{
    Chunk *chunk = malloc(sizeof(Chunk) + OVERFLOW_BYTES);
    if (!chunk)
        fail_out_of_memory();
    if (heap.overflow)
        heap.overflow->filled = vm.alloc_next;
    else
        heap.nursery_filled = vm.alloc_next;
    chunk->next = heap.overflow;
    heap.overflow = chunk;
    vm.alloc_next = (char *)chunk->data;
    vm.alloc_end = vm.alloc_next + OVERFLOW_BYTES;
    vm.alloc_poll = vm.alloc_next; /* the safepoint is overdue */
}

void *gc_alloc_slow(size_t size, Kind kind)
{
    if (!IO_STEP_NURSERY || size > LARGEST_SMALL) {
        if (heap.old_bytes + size > heap.old_limit)
            gc_request_full();
        return gc_alloc_old(size, kind);
    }
    add_chunk();
    return gc_alloc_raw(size, kind);
}

#if HAS_BOXED_NUMBERS
void gc_add_room(void) { add_chunk(); }
#endif

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
    heap_push(&heap.remembered, c);
}

uint64_t gc_heap_bytes(void) { return heap.old_bytes + heap.stack_bytes; }
bool gc_may_allocate(uint64_t bytes) { return bytes < (1u << 30) && gc_heap_bytes() + bytes < vm.memory_limit; }
void gc_note_stack(int64_t bytes) { heap.stack_bytes += (uint64_t)bytes; }
uint32_t gc_last_freed(void) { return heap.freed; }
uint64_t gc_minor_count(void) { return heap.minor_count; }
uint64_t gc_major_count(void) { return heap.major_count; }

void gc_request_full(void)
{
    heap.full_requested = true;
    vm.alloc_poll = vm.alloc_next;
}

/* ---- walking over cells ---- */

void gc_each(Kind kind, void (*visit_one)(void *cell, void *context), void *context)
{
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        for (Page *page = heap.pages[class]; page; page = page->next) {
            char *end = (char *)page->data + page->filled;
            for (char *p = (char *)page->data; p < end; p += page->slot_size) {
                if (((Cell *)p)->kind == kind)
                    visit_one(p, context);
            }
        }
    }
    for (size_t i = 0; i < heap.large.count; i++) {
        if (heap.large.items[i]->kind == kind)
            visit_one(heap.large.items[i], context);
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
    each_between(heap.nursery, heap.overflow ? heap.nursery_filled : vm.alloc_next, kind, visit_one, context);
    for (Chunk *c = heap.overflow; c; c = c->next)
        each_between((char *)c->data, c == heap.overflow ? vm.alloc_next : c->filled, kind, visit_one, context);
}
