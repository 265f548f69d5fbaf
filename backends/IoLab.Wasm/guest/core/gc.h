/* Allocation and collection. Collections happen only in gc_safepoint: C code between two safepoints may hold references freely. */
#ifndef IO_GC_H
#define IO_GC_H

#include "vm.h"

void gc_init(void);

/* New cells are zeroed behind the header unless told otherwise. Sizes are rounded up to 8. */
RARE void *gc_alloc_slow(size_t size, Kind kind);
void *gc_alloc_old(size_t size, Kind kind);

/* Makes room for new cells, so that small ones can be made without calling the allocator. */
RARE void gc_add_room(void);

/* gc_alloc_raw where the nursery has room. */
static inline void *gc_alloc_in_room(size_t size, Kind kind)
{
    char *p = vm.alloc_next;
    vm.alloc_next = p + size;
    Cell *cell = (Cell *)p;
    cell->kind = (uint8_t)kind;
    cell->gc = 0;
    cell->flags = 0;
    cell->extra = 0;
    cell->size = (uint32_t)size;
    return cell;
}

/* A young cell whose contents the caller writes at once, all of them. */
static inline void *gc_alloc_raw(size_t size, Kind kind)
{
    if (!IO_STEP_NURSERY || size > (size_t)(vm.alloc_end - vm.alloc_next) || size > 4096)
        return gc_alloc_slow(size, kind);
    return gc_alloc_in_room(size, kind);
}

static inline void *gc_alloc(size_t size, Kind kind)
{
    size = (size + 7) & ~(size_t)7;
    Cell *cell = gc_alloc_raw(size, kind);
    memset(cell + 1, 0, size - sizeof(Cell));
    return cell;
}

Array *array_new(uint32_t cap); /* items are nil-free zeros: the number 0 */
Bytes *bytes_new(size_t cap);

RARE void gc_remember(void *cell);

/* To be called when a reference was stored in a cell. */
static inline void gc_wrote(void *cell)
{
    if (IO_STEP_NURSERY && (((Cell *)cell)->gc & (GC_OLD | GC_REMEMBERED)) == GC_OLD)
        gc_remember(cell);
}

/* The same for a number. */
static inline void gc_wrote_number(void *cell)
{
    if (HAS_BOXED_NUMBERS)
        gc_wrote(cell);
}

static inline void array_set(Array *a, uint32_t i, Value v)
{
    a->items[i] = v;
    if (is_cell(v))
        gc_wrote(a);
}

static inline bool gc_due(void) { return vm.alloc_next >= vm.alloc_poll; }

/* Collects. All live references must be in the VM, in frames or in other cells; the frame registers must be saved. */
RARE void gc_safepoint(void);
void gc_full(void);
/* A full collection; nothing is left of what was freed. For a picture of the memory that is to be small. */
void gc_leave_no_garbage(void);
/* A full collection at the next safepoint. */
void gc_request_full(void);

/* Values outside the heap that the collector must know; registered once. */
extern Value *gc_roots[64];
extern uint32_t gc_root_count;
static inline void gc_root(Value *place) { gc_roots[gc_root_count++] = place; }

/* May one allocation have so many bytes? */
bool gc_may_allocate(uint64_t bytes);
/* What the old generation and the stacks of coroutines take. */
uint64_t gc_heap_bytes(void);
/* A stack came, went or grew. */
void gc_note_stack(int64_t bytes);
uint32_t gc_last_freed(void);
uint64_t gc_minor_count(void);
uint64_t gc_major_count(void);

/* A number for an object, the same for its life, in order of first asking. */
uint64_t identity_of(Object *o);

/* A weak link's target: field 0. */
void weak_link_note(Data *link);

/* Calls visit for each old cell of a kind (live ones only just after a full collection), or each young one. */
void gc_each_young(Kind kind, void (*visit)(void *cell, void *context), void *context);
void gc_each(Kind kind, void (*visit)(void *cell, void *context), void *context);

#include "boxed.h"

#endif
