/* Shapes, slots, protos, lookup, clones. All reading and writing of slots outside of compiled code is here. */
#ifndef IO_OBJECT_H
#define IO_OBJECT_H

#include "gc.h"
#include "symbol.h"

/* ---- shapes ---- */

Shape *shape_new_root(Array *protos);
/* Index of a name, or -1. */
int shape_find(const Shape *shape, const Symbol *name);
/* The shape with one more name; a shape of its own beyond SHAPE_MAX_SHARED names. */
Shape *shape_with(Shape *shape, Symbol *name);
Shape *shape_with_shared(Shape *shape, Symbol *name);
/* The shape of an object's clones. The object is a proto from now on. */
Shape *shape_of_clones(Object *proto);

/* ---- values ---- */

/* What a forwarder stands for. */
RARE Value resolve_slow(Value v);
static inline Value resolve(Value v)
{
    if (is_cell(v) && (((Cell *)ref_of(v))->flags & F_FORWARDER))
        return resolve_slow(v);
    return v;
}

static inline Object *object_of(Value v) { return ref_of(v); }
static inline Kind kind_of(Value v) { return is_num(v) ? K_NUMBER : (Kind)((Cell *)ref_of(v))->kind; }
static inline bool is_kind(Value v, Kind kind) { return is_cell(v) && ((Cell *)ref_of(v))->kind == kind; }
static inline Value bool_value(bool b) { return b ? vm.yes : vm.no; }

/* The value as a cell of a kind, or null. */
static inline Seq *as_seq(Value v) { return is_kind(v, K_SEQUENCE) ? ref_of(v) : NULL; }
static inline List *as_list(Value v) { return is_kind(v, K_LIST) ? ref_of(v) : NULL; }
static inline Map *as_map(Value v) { return is_kind(v, K_MAP) ? ref_of(v) : NULL; }
static inline Message *as_message(Value v) { return is_kind(v, K_MESSAGE) ? ref_of(v) : NULL; }
static inline Block *as_block(Value v) { return is_kind(v, K_BLOCK) ? ref_of(v) : NULL; }
static inline Coroutine *as_coroutine(Value v) { return is_kind(v, K_COROUTINE) ? ref_of(v) : NULL; }
static inline Locals *as_locals(Value v) { return is_kind(v, K_LOCALS) ? ref_of(v) : NULL; }

/* A null pointer is nil. */
static inline Value ref_or_nil(const void *cell) { return cell ? from_ref(cell) : vm.nil; }

/* ---- objects ---- */

/* A plain object, with room for as many slots as its like came to have. */
Object *object_new(Shape *shape);
/* A clone of any object, without init: payload copied, proto the original. */
Object *object_clone(Object *proto);
/* A cell of a kind whose clones are of this size. */
size_t kind_size(Kind kind);
Object *object_new_kind(Kind kind, Object *proto);
Object *object_shallow_copy(Object *o);
/* What holds a number's own slots, made if need be; null if it has none and none is wanted. */
Object *number_stand_in(double number, bool make);
/* Where lookups on a value begin. */
Object *lookup_start(Value v);

/* ---- slots ---- */

typedef struct Found {
    Object *holder;
    int index;
    bool cacheable; /* no object that might get the name silently was passed */
} Found;

bool lookup(Object *start, Symbol *name, Found *found);
/* The value of what was found; makes the Call object if need be. */
Value read_slot(Object *holder, int index);
/* Own slot: false if there is none. */
bool get_own(Object *o, Symbol *name, Value *value);
/* Through the protos. */
bool get_slot(Value v, Symbol *name, Value *value);
void set_slot(Object *o, Symbol *name, Value value);
/* Of any value: a number gets an object that holds its slots. */
void set_slot_of(Value v, Symbol *name, Value value);
void remove_slot(Object *o, Symbol *name);
void remove_all_slots(Object *o);
/* The own slots that programs may see: count of names, in a new array the caller frees. */
Symbol **visible_names(Value v, uint32_t *count);

static inline Array *protos_of(const Object *o) { return o->shape->protos; }
void set_protos(Object *o, Array *protos);
/* Is it the object or one of its ancestors? */
bool reaches(Object *from, const Object *proto);
/* All, each once, depth first, itself included; the caller frees. */
Object **ancestors_of(Object *o, uint32_t *count);
/* From now on o is the other one. */
void become(Object *o, Value other);

/* Drops what is known of this name, or of all names. */
void bump(Symbol *name);
void bump_all(void);

/* The name of the kind: what `type` answers without such a slot. */
const char *kind_name(Value v);
/* The slot `type`, as text for messages: never sends. */
const char *type_name(Value v);

/* The proto of a name, made on first use. */
Object *proto_named(const char *name);

Value new_data(Kind kind, const char *proto);

#endif
