/* Maps from symbols to values, in order of insertion. */
#ifndef IO_MAP_H
#define IO_MAP_H

#include "object.h"

Map *map_new(void);
bool map_get(const Map *m, const Symbol *key, Value *value);
void map_put(Map *m, Symbol *key, Value value);
bool map_remove(Map *m, const Symbol *key);
void map_clear(Map *m);
void map_copy(Map *to, const Map *from);

/* Entries are visited by their number, 0 ... used; false for a removed one. */
static inline bool map_entry(const Map *m, uint32_t i, Symbol **key, Value *value)
{
    Value k = m->entries->items[2 * i];
    if (!is_cell(k))
        return false;
    *key = ref_of(k);
    *value = m->entries->items[2 * i + 1];
    return true;
}

#endif
