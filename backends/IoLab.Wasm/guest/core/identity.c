/* Numbers for objects that were asked for one: a table by address, open addressing; young keys are listed, since they move. */
#include <stdlib.h>

#include "fail.h"
#include "heap.h"

static struct {
    Object **keys;
    uint64_t *values;
    size_t cap, count;
    uint64_t last;
    Pointers young;
} identities;

static size_t identity_place(const Object *o)
{
    size_t i = ((uintptr_t)o >> 3) * 0x9E3779B1u;
    for (;; i++) {
        i &= identities.cap - 1;
        if (!identities.keys[i] || identities.keys[i] == o)
            return i;
    }
}

static void identity_rebuild(size_t cap, bool drop_unmarked)
{
    Object **keys = identities.keys;
    uint64_t *values = identities.values;
    size_t old_cap = identities.cap;
    identities.cap = cap;
    identities.keys = calloc(cap, sizeof *keys);
    identities.values = calloc(cap, sizeof *values);
    if (!identities.keys || !identities.values)
        fail_out_of_memory();
    identities.count = 0;
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
        identities.keys[place] = o;
        identities.values[place] = values[i];
        identities.count++;
    }
    free(keys);
    free(values);
}

uint64_t identity_of(Object *o)
{
    if (identities.cap == 0)
        identity_rebuild(64, false);
    size_t place = identity_place(o);
    if (identities.keys[place])
        return identities.values[place];
    if (identities.count * 2 > identities.cap) {
        identity_rebuild(identities.cap * 2, false);
        place = identity_place(o);
    }
    identities.keys[place] = o;
    identities.count++;
    if (!(o->h.gc & GC_OLD))
        heap_push(&identities.young, o);
    return identities.values[place] = ++identities.last;
}

void identities_after_minor(void)
{
    if (identities.young.count) {
        identity_rebuild(identities.cap, true);
        identities.young.count = 0;
    }
}

/* Every key is old. */
void identities_forget_dead(void)
{
    Object **keys = identities.keys;
    uint64_t *values = identities.values;
    size_t cap = identities.cap;
    if (!cap)
        return;
    identities.keys = calloc(cap, sizeof *keys);
    identities.values = calloc(cap, sizeof *values);
    if (!identities.keys || !identities.values)
        fail_out_of_memory();
    identities.count = 0;
    for (size_t i = 0; i < cap; i++) {
        if (!keys[i] || !(keys[i]->h.gc & GC_MARK))
            continue;
        size_t place = identity_place(keys[i]);
        identities.keys[place] = keys[i];
        identities.values[place] = values[i];
        identities.count++;
    }
    free(keys);
    free(values);
}
