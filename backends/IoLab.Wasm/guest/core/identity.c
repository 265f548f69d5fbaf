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

/* Where an object is now; null if it is no more. */
typedef Object *Whereabouts(Object *o);

static Object *as_it_is(Object *o) { return o; }

static Object *after_minor(Object *o)
{
    if (o->h.gc & GC_OLD)
        return o;
    return o->h.gc & GC_FORWARDED ? *(void **)(&o->h + 1) : NULL;
}

static Object *if_marked(Object *o) { return o->h.gc & GC_MARK ? o : NULL; }

static void identity_rebuild(size_t cap, Whereabouts *where)
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
        Object *o = keys[i] ? where(keys[i]) : NULL;
        if (!o)
            continue;
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
        identity_rebuild(64, as_it_is);
    size_t place = identity_place(o);
    if (identities.keys[place])
        return identities.values[place];
    if (identities.count * 2 > identities.cap) {
        identity_rebuild(identities.cap * 2, as_it_is);
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
        identity_rebuild(identities.cap, after_minor);
        identities.young.count = 0;
    }
}

/* Every key is old. */
void identities_forget_dead(void)
{
    if (identities.cap)
        identity_rebuild(identities.cap, if_marked);
}
