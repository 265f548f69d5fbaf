#include "list.h"

List *list_new(uint32_t cap)
{
    List *l = gc_alloc_raw((sizeof(List) + 7) & ~(size_t)7, K_LIST);
    l->o.shape = shape_of_clones(PROTO(List));
    l->o.slots = NULL;
    l->items = NULL;
    l->start = 0;
    l->count = 0;
    if (cap)
        l->items = array_new(cap);
    return l;
}

/* Makes room for one more at the end or at the front. */
static void make_room(List *l, bool at_front)
{
    uint32_t cap = l->items ? l->items->cap : 0;
    if (!at_front && l->start + l->count < cap)
        return;
    if (at_front && l->start > 0)
        return;
    if (!at_front && l->start > cap / 2) {
        memmove(l->items->items, l->items->items + l->start, l->count * sizeof(Value));
        memset(l->items->items + l->count, 0, l->start * sizeof(Value));
        l->start = 0;
        gc_wrote(l->items);
        return;
    }
    uint32_t front = at_front ? l->count / 2 + 4 : l->start;
    uint32_t back = at_front ? cap - l->start - l->count : l->count + 4;
    Array *items = array_new(front + l->count + back);
    if (l->count)
        memcpy(items->items + front, l->items->items + l->start, l->count * sizeof(Value));
    l->items = items;
    l->start = front;
    gc_wrote(items);
    gc_wrote(l);
}

void list_append(List *l, Value v)
{
    if (!l->items || l->start + l->count >= l->items->cap)
        make_room(l, false);
    array_set(l->items, l->start + l->count++, v);
}

void list_insert(List *l, uint32_t at, Value v)
{
    if (at == 0 && l->count) {
        make_room(l, true);
        l->start--;
        l->count++;
        array_set(l->items, l->start, v);
        return;
    }
    make_room(l, false);
    Value *items = l->items->items + l->start;
    memmove(items + at + 1, items + at, (l->count - at) * sizeof(Value));
    l->count++;
    gc_wrote(l->items);
    array_set(l->items, l->start + at, v);
}

Value list_remove(List *l, uint32_t at)
{
    Value *items = l->items->items + l->start;
    Value v = items[at];
    if (at == 0) {
        items[0] = 0;
        l->start++;
        if (--l->count == 0)
            l->start = 0;
        return v;
    }
    l->count--;
    memmove(items + at, items + at + 1, (l->count - at) * sizeof(Value));
    items[l->count] = 0;
    gc_wrote(l->items);
    return v;
}

void list_resize(List *l, uint32_t count)
{
    while (l->count < count)
        list_append(l, vm.nil);
    while (l->count > count)
        l->items->items[l->start + --l->count] = 0;
}

void list_copy(List *to, const List *from)
{
    to->items = NULL;
    to->start = 0;
    to->count = from->count;
    if (from->count) {
        to->items = array_new(from->count);
        memcpy(to->items->items, from->items->items + from->start, from->count * sizeof(Value));
        gc_wrote(to->items);
    }
    gc_wrote(to);
}

void list_clear(List *l)
{
    l->items = NULL;
    l->start = 0;
    l->count = 0;
}

List *list_slice(const List *l, uint32_t from, uint32_t count)
{
    List *part = list_new(count);
    if (count) {
        memcpy(part->items->items, l->items->items + l->start + from, count * sizeof(Value));
        gc_wrote(part->items);
    }
    part->count = count;
    return part;
}
