/* All protos, and the making of a world. */
#include "table.h"

#include <stdlib.h>

#include "../core/fail.h"
#include "../exec/call.h"
#include "../exec/compile.h"
#include "../host/host.h"

static const Proto *const protos[] = {
    &object_control_proto, &object_eval_proto, &object_slots_proto, &object_protos_proto, &object_identity_proto, &object_print_proto,
    &object_coroutines_proto, &object_handlers_proto, &locals_proto, &nil_proto, &true_proto, &false_proto, &number_proto,
    &sequence_proto, &sequence_search_proto, &sequence_join_proto, &sequence_text_proto, &sequence_edit_proto, &list_proto, &list_search_proto, &list_loops_proto, &list_text_proto, &list_sort_protos[0], &list_sort_protos[1], &list_cursor_protos[0], &list_cursor_protos[1], &map_proto, &block_proto, &message_proto, &call_proto,
    &cfunction_proto, &exception_proto, &resumption_proto, &error_proto, &coroutine_proto, &scheduler_proto, &operator_table_protos[0], &operator_table_protos[1],
    &system_proto, &tools_protos[0], &tools_protos[1], &tools_protos[2], &tools_protos[3], &importer_protos[0], &importer_protos[1], &stop_status_protos[0], &stop_status_protos[1], &stop_status_protos[2], &stop_status_protos[3],
    &stop_status_protos[4], &prelude_protos[0], &prelude_protos[1], &prelude_protos[2], &prelude_protos[3], &prelude_protos[4], &prelude_protos[5],
    &prelude_protos[6], &prelude_protos[7], &actor_protos[0], &actor_protos[1], &actor_protos[2], &date_proto, &date_parts_proto, &duration_proto, &sandbox_proto, &file_proto, &file_facts_proto, &vector_protos[0], &vector_protos[1], &sequence_more_proto, &sequence_bytes_protos[0], &sequence_bytes_protos[1],
     &json_protos[0], &json_protos[1],
    &json_protos[2], &block_text_protos[0], &block_text_protos[1], &directory_protos[0],
    &directory_protos[1], &path_protos[0], &path_protos[1], &continuation_protos[0], &continuation_protos[1],
    &continuation_protos[2], &eval_frame_protos[0], &eval_frame_protos[1], &continuation_frames_proto,
};

enum { PROTO_COUNT = sizeof protos / sizeof *protos };

void data(Object *proto, const char *name, Value v) { set_slot(proto, symbol_of_text(name), v); }

/* ---- the first objects ---- */

static Shape *bare;

static Object *first_object(Kind kind)
{
    Object *o = gc_alloc_old(kind_size(kind), kind);
    o->shape = bare;
    return o;
}

static Value sentinel(void)
{
    Object *o = first_object(K_OBJECT);
    o->h.flags = F_SPECIAL;
    return from_ref(o);
}

static void inherit(Object *o, Object *proto)
{
    Array *a = array_new(1);
    array_set(a, 0, from_ref(proto));
    set_protos(o, a);
}

static const struct {
    ProtoId id;
    const char *name;
    Kind kind;
} first_protos[] = {
    {P_Object, "Object", K_OBJECT}, {P_Lobby, "Lobby", K_OBJECT}, {P_Protos, "Protos", K_OBJECT}, {P_Core, "Core", K_OBJECT},
    {P_Addons, "Addons", K_OBJECT}, {P_nil, "nil", K_NIL}, {P_true, "true", K_TRUE}, {P_false, "false", K_FALSE}, {P_Number, "Number", K_NUMBER},
    {P_Sequence, "Sequence", K_SEQUENCE}, {P_ImmutableSequence, "ImmutableSequence", K_SEQUENCE}, {P_Vector, "Vector", K_SEQUENCE},
    {P_List, "List", K_LIST}, {P_Map, "Map", K_MAP}, {P_Block, "Block", K_BLOCK}, {P_Message, "Message", K_MESSAGE}, {P_Call, "Call", K_CALL},
    {P_CFunction, "CFunction", K_CFUNCTION}, {P_Exception, "Exception", K_OBJECT}, {P_Coroutine, "Coroutine", K_COROUTINE},
    {P_Locals, "Locals", K_OBJECT}, {P_Intrinsics, "Intrinsics", K_OBJECT}, {P_Scheduler, "Scheduler", K_OBJECT},
    {P_OperatorTable, "OperatorTable", K_OBJECT}, {P_System, "System", K_OBJECT}, {P_Importer, "Importer", K_OBJECT}, {P_Future, "Future", K_OBJECT},
    {P_FutureProxy, "FutureProxy", K_OBJECT}, {P_EvalFrame, "EvalFrame", K_EVALFRAME}, {P_Continuation, "Continuation", K_CONTINUATION},
};

enum { FIRST_COUNT = sizeof first_protos / sizeof *first_protos };

static void make_first(void)
{
    bare = shape_new_root(array_new(0));
    vm.absent = sentinel();
    vm.lazy_call = sentinel();
    vm.unwind = sentinel();
    vm.number_shape = shape_new_root(NULL);
    vm.forwarder_shape = shape_new_root(array_new(0));
    for (int i = 0; i < FIRST_COUNT; i++)
        vm.protos[first_protos[i].id] = first_object(first_protos[i].kind);
    vm.nil = from_ref(PROTO(nil));
    vm.yes = from_ref(PROTO(true));
    vm.no = from_ref(PROTO(false));
    vm.stop_value = vm.nil;
    ((Data *)PROTO(Number))->field[0] = from_num(0);
    ((Seq *)PROTO(Sequence))->encoding = ENC_UTF8;
    PROTO(Sequence)->h.flags |= F_MUTABLE;
    /* The empty text is ImmutableSequence itself. */
    ((Seq *)PROTO(ImmutableSequence))->symbol = SYM(empty);
    SYM(empty)->seq = (Seq *)PROTO(ImmutableSequence);
    ((Seq *)PROTO(Vector))->encoding = ENC_NUMBER;
    ((Seq *)PROTO(Vector))->type = ITEM_FLOAT32;
    PROTO(Vector)->h.flags |= F_MUTABLE;
    ((Message *)PROTO(Message))->name = SYM(unnamed);
    ((Message *)PROTO(Message))->label = SYM(empty);
    ((Message *)PROTO(Message))->cached = vm.absent;
    for (int i = 0; i < FIRST_COUNT; i++) {
        if (first_protos[i].id != P_Locals && first_protos[i].id != P_Intrinsics)
            inherit(vm.protos[first_protos[i].id], PROTO(Object));
    }
    inherit(PROTO(Object), PROTO(Lobby));
    inherit(PROTO(Lobby), PROTO(Protos));
    inherit(PROTO(Protos), PROTO(Core));
    inherit(PROTO(ImmutableSequence), PROTO(Sequence));
    inherit(PROTO(Vector), PROTO(Sequence));
    shape_of_clones(PROTO(Number)); /* lookups on numbers begin there */
    shape_of_clones(PROTO(Lobby));
    vm.locals_root = shape_with_shared(shape_with_shared(shape_of_clones(PROTO(Locals)), SYM(self)), SYM(call));
    vm.named_protos = map_new();
    for (int i = 0; i < FIRST_COUNT; i++)
        map_put(vm.named_protos, symbol_of_text(first_protos[i].name), from_ref(vm.protos[first_protos[i].id]));
}

/* ---- tables ---- */

static Kind kind_of_proto(const char *name)
{
    if (strcmp(name, "WeakLink") == 0)
        return K_WEAKLINK;
    return K_OBJECT;
}

static Object *proto_of_table(const Proto *p)
{
    Value known;
    Symbol *name = symbol_of_text(p->name);
    Kind kind = kind_of_proto(p->name);
    if (p->kind != K_ANY && p->kind >= K_DATE)
        kind = p->kind;
    if (kind != K_OBJECT && !map_get(vm.named_protos, name, &known))
        map_put(vm.named_protos, name, from_ref(object_new_kind(kind, PROTO(Object))));
    return proto_named(p->name);
}

static void install(const Proto *p)
{
    Object *proto = proto_of_table(p);
    if (!p->hidden && strcmp(p->name, "Lobby") != 0)
        set_slot(PROTO(Core), symbol_of_text(p->name), from_ref(proto));
    if (p->parent) {
        Array *a = array_new(2);
        array_set(a, 0, from_ref(proto_named(p->parent)));
        array_set(a, 1, from_ref(PROTO(Object)));
        set_protos(proto, a);
    }
    for (size_t i = 0; i < p->count; i++) {
        Prim *prim = p->prims + i;
        prim->kind = (uint8_t)p->kind;
        prim->proto = p->name;
        CFunction *f = (CFunction *)object_new_kind(K_CFUNCTION, PROTO(CFunction));
        f->prim = prim;
        f->o.h.flags |= F_ACTIVATABLE;
        set_slot(proto, symbol_of_text(prim->name), from_ref(f));
        if (prim->flags & PRIM_LOCALS)
            set_slot(PROTO(Locals), symbol_of_text(prim->name), from_ref(f));
    }
}

const Prim *prim_named(const char *proto, const char *name)
{
    for (int i = 0; i < PROTO_COUNT; i++) {
        for (size_t k = 0; strcmp(protos[i]->name, proto) == 0 && k < protos[i]->count; k++) {
            if (strcmp(protos[i]->prims[k].name, name) == 0)
                return protos[i]->prims + k;
        }
    }
    return NULL;
}

/* ---- the prelude: statements `Proto slot := method(...)`, a literal, or the name of another slot ---- */

static Value prelude_value(Object *proto, Message *m)
{
    if (has_cached(m))
        return m->cached;
    if (m->name == SYM(method)) {
        uint32_t count = arg_count(m);
        Block *b = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
        if (count > 1) {
            b->formals = array_new(count - 1);
            for (uint32_t i = 0; i + 1 < count; i++)
                array_set(b->formals, i, from_ref(arg_at(m, i)->name));
        }
        b->body = count ? arg_at(m, count - 1) : NULL;
        b->o.h.flags |= F_ACTIVATABLE | F_OPAQUE;
        return from_ref(b);
    }
    Found found;
    if (!lookup(proto, m->name, &found))
        fail_internal("a statement of the prelude is no definition");
    return found.holder->slots[found.index];
}

static Message *prelude_statement(Message *m)
{
    if (is_terminator(m))
        return m->next;
    Object *proto = proto_named(m->name->text);
    for (m = m->next; m->name != SYM(setSlot) && m->name != SYM(setSlotWithType); m = m->next) {
        Value inner;
        if (!get_own(proto, m->name, &inner))
            fail_internal("the prelude names an unknown proto");
        proto = object_of(inner);
    }
    set_slot(proto, symbol_of_seq(as_seq(arg_at(m, 0)->cached)), prelude_value(proto, arg_at(m, 1)));
    return m->next;
}

/* Names that begin with a backtick and are used somewhere: a second name of what the plain one means now. */
typedef struct Intrinsics {
    Symbol *names[512];
    uint32_t count;
} Intrinsics;

static void note_intrinsic(Symbol *s, void *context)
{
    Intrinsics *all = context;
    if (s->length > 1 && s->text[0] == '`' && all->count < 512)
        all->names[all->count++] = s;
}

static void install_intrinsics(void)
{
    Intrinsics all = {.count = 0};
    symbols_each(note_intrinsic, &all);
    for (uint32_t i = 0; i < all.count; i++) {
        Symbol *plain = symbol_of_text(all.names[i]->text + 1);
        for (uint32_t k = 0; k < vm.named_protos->used; k++) {
            Symbol *name;
            Value owner, v;
            if (!map_entry(vm.named_protos, k, &name, &owner))
                continue;
            Object *o = object_of(owner);
            int at = shape_find(o->shape, plain);
            if (at >= 0 && !get_own(o, all.names[i], &v))
                set_slot(o, all.names[i], o->slots[at]);
        }
    }
}

static void load_prelude(void)
{
    for (const PreludeFile *f = prelude_files; f->name; f++) {
        char *error;
        Message *m = parse(f->text, f->length, SYM(prelude), true, true, &error);
        if (error)
            fail_internal(error);
        while (m)
            m = prelude_statement(m);
    }
    install_intrinsics();
}

void world_create(void)
{
    vm.frame_limit = 4000000;
    vm.memory_limit = (uint64_t)3 << 30;
    gc_init();
    symbols_init();
    make_first();
    compile_init();
    for (int i = 0; i < PROTO_COUNT; i++)
        install(protos[i]);
    for (int i = 0; i < PROTO_COUNT; i++) {
        if (protos[i]->make)
            protos[i]->make(proto_named(protos[i]->name));
    }
    Object *core = PROTO(Core);
    data(core, "ImmutableSequence", from_ref(PROTO(ImmutableSequence)));
    data(core, "String", from_ref(PROTO(ImmutableSequence)));
    data(core, "Vector", from_ref(PROTO(Vector)));
    data(PROTO(ImmutableSequence), "type", text_value("ImmutableSequence"));
    data(PROTO(Lobby), "Lobby", from_ref(PROTO(Lobby)));
    data(PROTO(Lobby), "Protos", from_ref(PROTO(Protos)));
    data(PROTO(Protos), "Core", from_ref(PROTO(Core)));
    data(PROTO(Protos), "Addons", from_ref(PROTO(Addons)));
    load_prelude();
    vm.sealed = 1;
}

void world_begin(void)
{
    double now = clock_now();
    Data *date = (Data *)proto_named("Date");
    date->field[0] = from_num(now);
    gc_wrote_number(date);
}

void world_point(const char *label, bool is_file)
{
    set_slot(PROTO(System), SYM(launchScript), is_file ? text_value(label) : vm.nil);
    const char *slash = is_file ? strrchr(label, '/') : NULL;
    Buffer path = {0};
    char here[4096];
    if (!is_file || label[0] != '/')
        buffer_text(&path, host_directory(here, sizeof here));
    if (slash) {
        if (label[0] != '/')
            buffer_char(&path, '/');
        buffer_add(&path, label, (size_t)(slash - label));
    }
    set_slot(PROTO(System), SYM(launchPath), from_ref(seq_from_buffer(&path)));
}

void world_launch(const char *label, bool is_file, char **args, int count)
{
    Value launch_path;
    List *l = list_new((uint32_t)count);
    for (int i = 0; i < count; i++)
        list_append(l, text_value(args[i]));
    set_slot(PROTO(System), SYM(args), from_ref(l));
    world_point(label, is_file);
    if (get_own(PROTO(System), SYM(launchPath), &launch_path))
        importer_launch(launch_path);
}
