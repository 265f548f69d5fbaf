/* Shapes: names to indexes, shared by objects with the same history. */
#include <stdlib.h>

#include "../exec/compile.h"
#include "fail.h"
#include "object.h"

enum { INDEX_FROM = 9 }; /* with fewer names they are searched one by one */

static void *grown(void *old, size_t bytes)
{
    void *p = realloc(old, bytes);
    if (!p)
        fail_out_of_memory();
    return p;
}

static Shape *shape_new(Array *protos, Shape *root)
{
    Shape *s = gc_alloc_old(sizeof(Shape), K_SHAPE);
    s->protos = protos;
    s->root = root ? root : s;
    return s;
}

Shape *shape_new_root(Array *protos) { return shape_new(protos, NULL); }

static void index_put(Shape *s, uint32_t i)
{
    uint32_t at = s->names[i]->hash;
    while (s->index[at & (s->index_size - 1)])
        at++;
    s->index[at & (s->index_size - 1)] = i + 1;
}

static void index_build(Shape *s)
{
    free(s->index);
    s->index_size = 32;
    while (s->index_size < s->count * 2 + 2)
        s->index_size *= 2;
    s->index = calloc(s->index_size, sizeof *s->index);
    if (!s->index)
        fail_out_of_memory();
    for (uint32_t i = 0; i < s->count; i++)
        index_put(s, i);
}

static void add_name(Shape *s, Symbol *name)
{
    if (s->count == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 4;
        s->names = grown(s->names, s->cap * sizeof *s->names);
    }
    s->names[s->count++] = name;
    gc_wrote(s);
    if (s->count < INDEX_FROM)
        return;
    if (s->index && s->count * 2 <= s->index_size)
        index_put(s, s->count - 1);
    else
        index_build(s);
}

int shape_find(const Shape *s, const Symbol *name)
{
    if (s->count < INDEX_FROM) {
        for (uint32_t i = 0; i < s->count; i++) {
            if (s->names[i] == name)
                return (int)i;
        }
        return -1;
    }
    for (uint32_t at = name->hash;; at++) {
        uint32_t i = s->index[at & (s->index_size - 1)];
        if (!i)
            return -1;
        if (s->names[i - 1] == name)
            return (int)i - 1;
    }
}

static Shape *copy_names(const Shape *from, Array *protos, Shape *root)
{
    Shape *s = shape_new(protos, root);
    s->cap = from->count ? from->count + 1 : 0;
    if (s->cap) {
        s->names = grown(NULL, s->cap * sizeof *s->names);
        memcpy(s->names, from->names, from->count * sizeof *s->names);
    }
    s->count = from->count;
    if (s->count >= INDEX_FROM)
        index_build(s);
    return s;
}

/* A copy that belongs to one object. */
static Shape *unique_copy(const Shape *from, Array *protos)
{
    Shape *s = copy_names(from, protos, NULL);
    s->unique = 1;
    return s;
}

Shape *shape_with(Shape *s, Symbol *name)
{
    if (s->unique) {
        add_name(s, name);
        return s;
    }
    for (uint32_t i = 0; i < s->child_count; i++) {
        if (s->children[i]->names[s->count] == name)
            return s->children[i];
    }
    if (s->count >= SHAPE_MAX_SHARED || s->child_count >= 64) {
        Shape *own = unique_copy(s, s->protos);
        add_name(own, name);
        return own;
    }
    Shape *child = copy_names(s, s->protos, s->root);
    add_name(child, name);
    s->children = grown(s->children, (s->child_count + 1) * sizeof *s->children);
    s->children[s->child_count++] = child;
    gc_wrote(s);
    return child;
}

/* As shape_with, without a limit: for layouts, which nobody owns alone. */
Shape *shape_with_shared(Shape *s, Symbol *name)
{
    for (uint32_t i = 0; i < s->child_count; i++) {
        if (s->children[i]->names[s->count] == name)
            return s->children[i];
    }
    Shape *child = copy_names(s, s->protos, s->root);
    add_name(child, name);
    s->children = grown(s->children, (s->child_count + 1) * sizeof *s->children);
    s->children[s->child_count++] = child;
    gc_wrote(s);
    return child;
}

Shape *shape_of_clones(Object *proto)
{
    Shape *s = proto->shape;
    if (!(proto->h.flags & F_PROTO)) {
        if (!s->unique)
            s = unique_copy(s, s->protos);
        proto->shape = s;
        proto->h.flags |= F_PROTO;
        gc_wrote(proto);
    }
    if (!s->clone_shape) {
        Array *protos = array_new(1);
        array_set(protos, 0, from_ref(proto));
        s->clone_shape = shape_new(protos, NULL);
        gc_wrote(s);
    }
    return s->clone_shape;
}

/* ---- what changes the shape of an object ---- */

static uint32_t slot_room(const Object *o)
{
    if (!o->slots)
        return 0;
    const char *slots = (const char *)o->slots, *cell = (const char *)o;
    if (slots > cell && slots < cell + o->h.size)
        return (uint32_t)((cell + o->h.size - slots) / (ptrdiff_t)sizeof(Value));
    return ((const Array *)(slots - offsetof(Array, items)))->cap;
}

/* Makes room for one more value. */
static void make_room(Object *o, uint32_t count)
{
    uint32_t room = slot_room(o);
    if (count < room)
        return;
    Shape *root = o->shape->root;
    if (!o->shape->unique && root && root->inline_hint <= count && count < 16)
        root->inline_hint = count + 1;
    uint32_t cap = count < 3 ? 4 : count * 2;
    Array *a = array_new(cap);
    if (count)
        memcpy(a->items, o->slots, count * sizeof(Value));
    o->slots = a->items;
    gc_wrote(a);
    gc_wrote(o);
}

static void wrote_slot(Object *o, Value v)
{
    if (!is_cell(v))
        return;
    const char *slots = (const char *)o->slots, *cell = (const char *)o;
    if (slots > cell && slots < cell + o->h.size)
        gc_wrote(o);
    else
        gc_wrote((char *)o->slots - offsetof(Array, items));
}

static bool is_activatable(Value v) { return is_cell(v) && (((Cell *)ref_of(v))->flags & F_ACTIVATABLE); }

/* Special names are compiled in place until a program gives one a meaning. */

static void note_special(const Object *o, const Symbol *name)
{
    if (!vm.sealed || vm.redefined || !name->special)
        return;
    if (name->special > 1 && o->h.kind != K_NUMBER && !(name->special == 3 && (o->h.kind == K_LOCALS || o == PROTO(Locals))))
        return; /* arithmetic: only Number's own slots matter; of the sign of a literal those of locals, too */
    code_send_all();
}

void set_slot(Object *o, Symbol *name, Value value)
{
    o->h.flags |= F_DIRTY;
    if (name->special)
        note_special(o, name);
    Shape *s = o->shape;
    int i = shape_find(s, name);
    if (i >= 0) {
        Value before = o->slots[i];
        o->slots[i] = value;
        wrote_slot(o, value);
        if ((o->h.flags & F_PROTO) && (before == vm.absent || is_activatable(before) || is_activatable(value)))
            bump(name);
        return;
    }
    uint32_t count = s->count;
    make_room(o, count);
    o->slots[count] = value;
    wrote_slot(o, value);
    o->shape = shape_with(s, name);
    gc_wrote(o);
    if ((o->h.flags & F_PROTO) || o->shape->unique)
        bump(name);
}

void remove_slot(Object *o, Symbol *name)
{
    int at = shape_find(o->shape, name);
    if (at < 0)
        return;
    if (o->h.kind == K_LOCALS && at < (int)((Locals *)o)->layout->count) {
        o->slots[at] = vm.absent;
        bump(name);
        return;
    }
    const Shape *s = o->shape;
    Shape *own = shape_new(s->protos, NULL);
    own->unique = 1;
    own->clone_shape = s->clone_shape;
    uint32_t count = s->count;
    for (uint32_t i = 0; i < count; i++) {
        if ((int)i == at)
            continue;
        o->slots[own->count] = o->slots[i];
        add_name(own, s->names[i]);
    }
    o->slots[count - 1] = 0;
    o->shape = own;
    gc_wrote(o);
    bump(name);
}

void remove_all_slots(Object *o)
{
    uint32_t count = o->shape->count;
    if (o->h.kind == K_LOCALS) {
        for (uint32_t i = 0; i < count; i++)
            remove_slot(o, o->shape->names[i]);
        return;
    }
    Symbol **names = o->shape->names;
    Shape *own = shape_new(o->shape->protos, NULL);
    own->unique = 1;
    own->clone_shape = o->shape->clone_shape;
    for (uint32_t i = 0; i < count; i++) {
        o->slots[i] = 0;
        bump(names[i]);
    }
    o->shape = own;
    gc_wrote(o);
}

void set_protos(Object *o, Array *protos)
{
    for (uint32_t i = 0; i < protos->cap; i++)
        shape_of_clones(object_of(protos->items[i]));
    Shape *s = unique_copy(o->shape, protos);
    s->clone_shape = o->shape->clone_shape;
    o->shape = s;
    gc_wrote(o);
    gc_wrote(s);
    bump_all();
}

void become(Object *o, Value other)
{
    other = resolve(other);
    if (is_ref(other) && ref_of(other) == o)
        return;
    Array *target = array_new(1);
    target->items[0] = other;
    o->slots = target->items;
    o->shape = vm.forwarder_shape;
    o->h.flags |= F_FORWARDER;
    gc_wrote(target);
    gc_wrote(o);
    bump_all();
}

Value resolve_slow(Value v)
{
    while (is_cell(v) && (((Cell *)ref_of(v))->flags & F_FORWARDER))
        v = object_of(v)->slots[0];
    return v;
}

void bump(Symbol *name) { name->epoch++; }

static void bump_one(Symbol *name, void *context)
{
    (void)context;
    name->epoch++;
}

void bump_all(void) { symbols_each(bump_one, NULL); }
