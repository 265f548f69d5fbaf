/* What the files of the collector share: the heap. heap.c allocates, gc.c collects, identity.c numbers objects. */
#ifndef IO_HEAP_H
#define IO_HEAP_H

#include "gc.h"

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

typedef struct Heap {
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
} Heap;

extern Heap heap;

void heap_push(Pointers *list, void *cell);
/* The nursery is empty. */
void heap_reset_nursery(void);
/* An old cell; its contents are anything. */
Cell *heap_old_slot(size_t size);
/* How large cells of a class are. */
uint32_t heap_slot_size(uint32_t class);

/* Every key has been moved, or is dead. */
void identities_after_minor(void);
/* After marking. */
void identities_forget_dead(void);

#endif
