/* Lists: items in an array, with room at both ends. */
#ifndef IO_LIST_H
#define IO_LIST_H

#include "object.h"

List *list_new(uint32_t cap);
static inline Value list_at(const List *l, uint32_t i) { return l->items->items[l->start + i]; }
static inline void list_put(List *l, uint32_t i, Value v) { array_set(l->items, l->start + i, v); }
void list_append(List *l, Value v);
void list_insert(List *l, uint32_t at, Value v);
Value list_remove(List *l, uint32_t at);
void list_resize(List *l, uint32_t count);
void list_copy(List *to, const List *from);
void list_clear(List *l);
/* A new list of some items. */
List *list_slice(const List *l, uint32_t from, uint32_t count);

#endif
