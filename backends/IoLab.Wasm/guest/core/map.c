#include "map.h"

Map *map_new(void)
{
    Map *m = gc_alloc(sizeof(Map), K_MAP);
    m->o.shape = shape_of_clones(PROTO(Map));
    return m;
}

static uint32_t *index_of(const Map *m) { return (uint32_t *)(void *)m->index->data; }
static uint32_t mask_of(const Map *m) { return m->index->cap / 4 - 1; }

/* Where in the index the key is, or the free place where it belongs. */
static uint32_t place_of(const Map *m, const Symbol *key)
{
    uint32_t *index = index_of(m), mask = mask_of(m);
    Value wanted = from_ref(key);
    for (uint32_t at = key->hash;; at++) {
        uint32_t entry = index[at & mask];
        if (!entry || m->entries->items[2 * (entry - 1)] == wanted)
            return at & mask;
    }
}

/* Makes entries and index anew, for at least `room` more entries, without the removed ones. */
static void rebuild(Map *m, uint32_t room)
{
    uint32_t cap = 8;
    while (cap < (m->count + room) * 2)
        cap *= 2;
    Array *old = m->entries;
    uint32_t used = m->used;
    m->entries = array_new(cap);
    m->index = bytes_new(cap * 4);
    gc_wrote(m);
    gc_wrote(m->entries);
    m->used = 0;
    for (uint32_t i = 0; i < used; i++) {
        if (!is_cell(old->items[2 * i]))
            continue;
        m->entries->items[2 * m->used] = old->items[2 * i];
        m->entries->items[2 * m->used + 1] = old->items[2 * i + 1];
        m->used++;
        index_of(m)[place_of(m, ref_of(old->items[2 * i]))] = m->used;
    }
}

bool map_get(const Map *m, const Symbol *key, Value *value)
{
    if (!m->count)
        return false;
    uint32_t entry = index_of(m)[place_of(m, key)];
    if (!entry)
        return false;
    *value = m->entries->items[2 * entry - 1];
    return true;
}

void map_put(Map *m, Symbol *key, Value value)
{
    if (!m->entries || 2 * (m->used + 1) > m->entries->cap)
        rebuild(m, m->count / 2 + 2);
    uint32_t at = place_of(m, key);
    uint32_t entry = index_of(m)[at];
    if (entry) {
        array_set(m->entries, 2 * entry - 1, value);
        return;
    }
    index_of(m)[at] = ++m->used;
    m->count++;
    array_set(m->entries, 2 * m->used - 2, from_ref(key));
    array_set(m->entries, 2 * m->used - 1, value);
}

bool map_remove(Map *m, const Symbol *key)
{
    if (!m->count)
        return false;
    uint32_t *index = index_of(m), mask = mask_of(m);
    uint32_t at = place_of(m, key), entry = index[at];
    if (!entry)
        return false;
    m->entries->items[2 * entry - 2] = 0;
    m->entries->items[2 * entry - 1] = 0;
    m->count--;
    /* Close the gap: later entries of the same run move back. */
    for (uint32_t next = (at + 1) & mask; index[next]; next = (next + 1) & mask) {
        Value k = m->entries->items[2 * (index[next] - 1)];
        uint32_t home = ((Symbol *)ref_of(k))->hash & mask;
        if (((next - home) & mask) >= ((next - at) & mask)) {
            index[at] = index[next];
            at = next;
        }
    }
    index[at] = 0;
    return true;
}

void map_clear(Map *m)
{
    m->entries = NULL;
    m->index = NULL;
    m->used = m->count = 0;
}

void map_copy(Map *to, const Map *from)
{
    map_clear(to);
    for (uint32_t i = 0; i < from->used; i++) {
        Symbol *key;
        Value value;
        if (map_entry(from, i, &key, &value))
            map_put(to, key, value);
    }
}
