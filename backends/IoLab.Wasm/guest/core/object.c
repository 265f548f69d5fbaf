/* Objects: making, cloning, looking up, names. */
#include "object.h"

#include <stdlib.h>

#include "../exec/call.h"
#include "../exec/compile.h"
#include "fail.h"
#include "list.h"
#include "map.h"
#include "seq.h"

size_t kind_size(Kind kind)
{
    switch (kind) {
    case K_MAP: return sizeof(Map);
    case K_LIST: return sizeof(List);
    case K_SEQUENCE: return sizeof(Seq);
    case K_LOCALS: return sizeof(Locals);
    case K_BLOCK: return sizeof(Block);
    case K_MESSAGE: return sizeof(Message);
    case K_CALL: return sizeof(Call);
    case K_CFUNCTION: return sizeof(CFunction);
    case K_COROUTINE: return sizeof(Coroutine);
    case K_NIL:
    case K_TRUE:
    case K_FALSE:
    case K_OBJECT: return sizeof(Object);
    default: return sizeof(Data);
    }
}

Object *object_new(Shape *shape)
{
    uint32_t room = shape->inline_hint;
    Object *o = gc_alloc(sizeof(Object) + room * sizeof(Value), K_OBJECT);
    o->shape = shape;
    if (room)
        o->slots = (Value *)(o + 1);
    return o;
}

Object *object_new_kind(Kind kind, Object *proto)
{
    Object *o;
    if (kind == K_COROUTINE || kind == K_WEAKLINK)
        o = gc_alloc_old(kind_size(kind), kind);
    else
        o = gc_alloc(kind_size(kind), kind);
    o->shape = shape_of_clones(proto);
    if (kind == K_WEAKLINK) {
        ((Data *)o)->field[0] = vm.nil;
        weak_link_note((Data *)o);
    }
    return o;
}

/* Copies what makes an object of its kind what it is. */
static void copy_payload(Object *to, Object *from)
{
    switch ((Kind)from->h.kind) {
    case K_MAP:
        map_copy((Map *)to, (Map *)from);
        break;
    case K_LIST:
        list_copy((List *)to, (List *)from);
        break;
    case K_SEQUENCE:
        seq_copy((Seq *)to, (Seq *)from);
        break;
    case K_BLOCK: {
        Block *b = (Block *)to, *f = (Block *)from;
        b->formals = f->formals;
        b->body = f->body;
        b->scope = f->scope;
        to->h.flags |= from->h.flags & (F_ACTIVATABLE | F_OPAQUE | F_PASS_STOPS);
        break;
    }
    case K_MESSAGE:
        message_copy_into((Message *)to, (Message *)from);
        break;
    case K_CFUNCTION:
        ((CFunction *)to)->prim = ((CFunction *)from)->prim;
        to->h.flags |= from->h.flags & F_ACTIVATABLE;
        break;
    case K_CALL:
        ((Call *)to)->activation = ((Call *)from)->activation;
        break;
    case K_NUMBER:
    case K_DATE:
    case K_DURATION:
    case K_FILE:
    case K_DIRECTORY:
    case K_CONTINUATION:
    case K_EVALFRAME:
    case K_SANDBOX:
        memcpy(((Data *)to)->field, ((Data *)from)->field, sizeof ((Data *)to)->field);
        if (to->h.kind == K_FILE)
            ((Data *)to)->field[0] = from_num(0); /* the stream stays with the original */
        break;
    default:
        break;
    }
    gc_wrote(to);
}

Object *object_clone(Object *proto)
{
    Kind kind = (Kind)proto->h.kind;
    if (kind == K_OBJECT || kind == K_LOCALS)
        return object_new(shape_of_clones(proto));
    if (kind == K_NIL || kind == K_TRUE || kind == K_FALSE)
        return proto;
    Object *o = object_new_kind(kind, proto);
    copy_payload(o, proto);
    return o;
}

Object *object_shallow_copy(Object *from)
{
    Kind kind = (Kind)from->h.kind;
    if (kind == K_NIL || kind == K_TRUE || kind == K_FALSE)
        return from;
    if (kind == K_LOCALS)
        kind = K_OBJECT;
    Object *o = object_new_kind(kind, PROTO(Object));
    o->shape = shape_new_root(protos_of(from));
    o->slots = NULL;
    if (kind != K_OBJECT)
        copy_payload(o, from);
    o->h.flags |= from->h.flags & F_ACTIVATABLE;
    for (uint32_t i = 0; i < from->shape->count; i++) {
        if (from->slots[i] != vm.absent)
            set_slot(o, from->shape->names[i], read_slot(from, (int)i));
    }
    return o;
}

/* ---- numbers that have slots ---- */

static Value stand_ins; /* a Map from the text of the bits to the object */

static Symbol *bits_symbol(double number)
{
    if (number == 0)
        number = 0;
    char text[17];
    uint64_t bits = bits_of_double(number);
    for (int i = 0; i < 16; i++)
        text[i] = "0123456789abcdef"[bits >> (4 * i) & 15];
    return symbol_of(text, 16);
}

Object *number_stand_in(double number, bool make)
{
    if (!vm.has_number_slots) {
        if (!make)
            return NULL;
        vm.has_number_slots = 1;
        stand_ins = from_ref(map_new());
        gc_root(&stand_ins);
        bump_all();
        code_send_all(); /* arithmetic is compiled for numbers without */
    }
    Map *map = ref_of(stand_ins);
    Symbol *key = bits_symbol(number);
    Value known;
    if (map_get(map, key, &known))
        return object_of(known);
    if (!make)
        return NULL;
    Data *o = (Data *)object_new_kind(K_NUMBER, PROTO(Number));
    o->field[0] = from_num(number);
    map_put(map, key, from_ref(o));
    return &o->o;
}

Object *lookup_start(Value v)
{
    if (is_ref(v))
        return object_of(v);
    if (vm.has_number_slots) {
        Object *o = number_stand_in(num_of(v), false);
        if (o)
            return o;
    }
    return PROTO(Number);
}

/* ---- lookup ---- */

typedef struct Walk {
    Object *near[24];
    Object **seen;
    uint32_t count, cap;
} Walk;

static bool walk_visit(Walk *w, Object *o)
{
    for (uint32_t i = 0; i < w->count; i++) {
        if (w->seen[i] == o)
            return false;
    }
    if (w->count == w->cap) {
        Object **more = malloc(w->cap * 2 * sizeof *more);
        if (!more)
            fail_out_of_memory();
        memcpy(more, w->seen, w->count * sizeof *more);
        if (w->seen != w->near)
            free(w->seen);
        w->seen = more;
        w->cap *= 2;
    }
    w->seen[w->count++] = o;
    return true;
}

static void walk_begin(Walk *w)
{
    w->seen = w->near;
    w->count = 0;
    w->cap = 24;
}

static void walk_end(Walk *w)
{
    if (w->seen != w->near)
        free(w->seen);
}

/* Places still to be visited: the next protos of objects on the way down. */
typedef struct Place {
    Array *protos;
    uint32_t next;
} Place;

/* Visits the object and its ancestors depth first until `at` answers true; answers the object it did so for. */
static Object *walk(Walk *w, Object *start, bool (*at)(Object *o, void *context), void *context)
{
    Place near[16], *places = near;
    uint32_t depth = 0, cap = 16;
    Object *o = start, *answer = NULL;
    walk_begin(w);
    for (;;) {
        if (walk_visit(w, o)) {
            if (at(o, context)) {
                answer = o;
                break;
            }
            if (o->shape->protos && o->shape->protos->cap) {
                if (depth == cap) {
                    Place *more = malloc(cap * 2 * sizeof *more);
                    if (!more)
                        fail_out_of_memory();
                    memcpy(more, places, depth * sizeof *more);
                    if (places != near)
                        free(places);
                    places = more;
                    cap *= 2;
                }
                places[depth++] = (Place){o->shape->protos, 0};
            }
        }
        while (depth && places[depth - 1].next == places[depth - 1].protos->cap)
            depth--;
        if (!depth)
            break;
        Value next = resolve(places[depth - 1].protos->items[places[depth - 1].next++]);
        o = is_ref(next) ? object_of(next) : PROTO(Number);
    }
    if (places != near)
        free(places);
    return answer;
}

typedef struct Sought {
    Symbol *name;
    Object *start;
    Found *found;
} Sought;

static bool has_name(Object *o, void *context)
{
    Sought *sought = context;
    int i = shape_find(o->shape, sought->name);
    if (o != sought->start && !(o->h.flags & F_PROTO))
        sought->found->cacheable = false; /* a context's locals: they get names without notice */
    if (i < 0)
        return false;
    if (o->slots[i] == vm.absent) {
        sought->found->cacheable = false;
        return false;
    }
    sought->found->holder = o;
    sought->found->index = i;
    return true;
}

bool lookup(Object *start, Symbol *name, Found *found)
{
    Sought sought = {name, start, found};
    found->cacheable = true;
    if (has_name(start, &sought))
        return true;
    /* Most chains are short and have no forks. */
    Object *o = start;
    for (int i = 0; i < 6; i++) {
        Array *protos = o->shape->protos;
        if (!protos || protos->cap == 0)
            return false;
        if (protos->cap > 1)
            break;
        o = object_of(protos->items[0]);
        if (o->h.flags & F_FORWARDER)
            break;
        if (has_name(o, &sought))
            return true;
    }
    Walk w;
    bool is_found = walk(&w, start, has_name, &sought) != NULL;
    walk_end(&w);
    return is_found;
}

static bool is_this(Object *o, void *context) { return o == context; }

bool reaches(Object *from, const Object *proto)
{
    Walk w;
    bool does = walk(&w, from, is_this, (void *)(uintptr_t)proto) != NULL;
    walk_end(&w);
    return does;
}

static bool never(Object *o, void *context)
{
    (void)o;
    (void)context;
    return false;
}

Object **ancestors_of(Object *o, uint32_t *count)
{
    Walk w;
    walk(&w, o, never, NULL);
    Object **all = malloc(w.count * sizeof *all);
    if (!all)
        fail_out_of_memory();
    memcpy(all, w.seen, w.count * sizeof *all);
    *count = w.count;
    walk_end(&w);
    return all;
}

Value read_slot(Object *holder, int index)
{
    Value v = holder->slots[index];
    if (v == vm.lazy_call) {
        v = call_object_of((Locals *)holder);
        holder->slots[index] = v;
        gc_wrote(holder);
        if (!((char *)holder->slots > (char *)holder && (char *)holder->slots < (char *)holder + holder->h.size))
            gc_wrote((char *)holder->slots - offsetof(Array, items));
        return v;
    }
    return resolve(v);
}

bool get_own(Object *o, Symbol *name, Value *value)
{
    int i = shape_find(o->shape, name);
    if (i < 0 || o->slots[i] == vm.absent)
        return false;
    *value = read_slot(o, i);
    return true;
}

bool get_slot(Value v, Symbol *name, Value *value)
{
    Found found;
    if (!lookup(lookup_start(resolve(v)), name, &found))
        return false;
    *value = read_slot(found.holder, found.index);
    return true;
}

void set_slot_of(Value v, Symbol *name, Value value)
{
    v = resolve(v);
    set_slot(is_ref(v) ? object_of(v) : number_stand_in(num_of(v), true), name, value);
}

Symbol **visible_names(Value v, uint32_t *count)
{
    *count = 0;
    v = resolve(v);
    Object *o = is_ref(v) ? object_of(v) : vm.has_number_slots ? number_stand_in(num_of(v), false) : NULL;
    Symbol **names = malloc(((o ? o->shape->count : 0) + 2) * sizeof *names);
    if (!names)
        fail_out_of_memory();
    if (!o)
        return names;
    for (uint32_t i = 0; i < o->shape->count; i++) {
        Symbol *name = o->shape->names[i];
        if (o->slots[i] != vm.absent && (name->length < 2 || name->text[0] != '`'))
            names[(*count)++] = name;
    }
    if (o->h.kind == K_LOCALS && shape_find(o->shape, SYM(updateSlot)) < 0)
        names[(*count)++] = SYM(updateSlot);
    return names;
}

/* ---- names of kinds ---- */

const char *kind_name(Value v)
{
    static const char *names[K_COUNT] = {
        [K_MAP] = "Map", [K_LIST] = "List", [K_NUMBER] = "Number", [K_NIL] = "nil", [K_TRUE] = "true", [K_SEQUENCE] = "Sequence", [K_FALSE] = "false",
        [K_OBJECT] = "Object", [K_LOCALS] = "Object", [K_BLOCK] = "Block", [K_MESSAGE] = "Message", [K_CALL] = "Call", [K_CFUNCTION] = "CFunction",
        [K_COROUTINE] = "Coroutine", [K_EVALFRAME] = "EvalFrame", [K_CONTINUATION] = "Continuation", [K_DATE] = "Date", [K_DURATION] = "Duration",
        [K_FILE] = "File", [K_DIRECTORY] = "Directory", [K_WEAKLINK] = "WeakLink", [K_SANDBOX] = "Sandbox",
    };
    const char *name = names[kind_of(v)];
    return name ? name : "Object";
}

const char *type_name(Value v)
{
    Value type;
    v = resolve(v);
    if (get_slot(v, SYM(type), &type)) {
        Seq *seq = as_seq(type);
        if (seq)
            return symbol_of_seq(seq)->text;
    }
    return kind_name(v);
}

Object *proto_named(const char *name)
{
    Symbol *key = symbol_of_text(name);
    Value known;
    if (map_get(vm.named_protos, key, &known))
        return object_of(known);
    Object *o = object_new(shape_of_clones(PROTO(Object)));
    map_put(vm.named_protos, key, from_ref(o));
    return o;
}

Value new_data(Kind kind, const char *proto) { return from_ref(object_new_kind(kind, proto_named(proto))); }
