/* The frames of a Continuation: how many, their messages and states, as Maps and back (docs/continuations.md). */
#include <stdio.h>

#include "../exec/call.h"
#include "continuation.h"
#include "eval_frame.h"
#include "table.h"

static void each_frame(List *part, SeePortable see, void *context)
{
    Array *words = ref_of(list_at(part, PART_WORDS));
    uint32_t fp = (uint32_t)num_of(list_at(part, PART_FP));
    if (fp)
        portable_each(words->items, (Frame *)(void *)(words->items + fp), see, context);
}

/* One value of each frame, newest first. */
static Value frames_as(Value self, SeePortable see)
{
    List *all = list_new(8), *extent = as_list(((Data *)ref_of(self))->field[0]);
    for (uint32_t i = 0; extent && i < extent->count; i++)
        each_frame(ref_of(list_at(extent, i)), see, all);
    return from_ref(all);
}

static void add_message(const Portable *p, void *context) { list_append(context, ref_or_nil(p->message)); }
static void add_state(const Portable *p, void *context) { list_append(context, state_of_portable(p)); }

static Value frame_messages(Value self, Args a)
{
    (void)a;
    return frames_as(self, add_message);
}

static Value frame_states(Value self, Args a)
{
    (void)a;
    return frames_as(self, add_state);
}

static Value frame_count(Value self, Args a)
{
    (void)a;
    return from_num(((List *)ref_of(frames_as(self, add_message)))->count);
}

/* ---- as Maps ---- */

static void put(Map *m, const char *key, Value v) { map_put(m, symbol_of_text(key), v); }

static void add_map(const Portable *p, void *context)
{
    Map *m = map_new();
    put(m, "state", state_of_portable(p));
    put(m, "message", ref_or_nil(p->message));
    put(m, "locals", from_ref(p->locals));
    if (p->kind == PORTABLE_SEND || p->kind == PORTABLE_ARGS)
        put(m, "target", p->target);
    if (p->kind == PORTABLE_ARGS || p->kind == PORTABLE_CONTROL) {
        put(m, "receiver", p->receiver);
        put(m, "slotContext", p->holder);
        put(m, "operands", list_of(p->operands, p->operand_count));
    }
    if (p->kind == PORTABLE_ARGS) {
        put(m, "callee", p->callee);
        put(m, "index", from_num(p->state));
        put(m, "isSingle", bool_value(p->is_single));
    } else if (p->kind == PORTABLE_CONTROL) {
        put(m, "proto", text_value(p->prim->proto));
        put(m, "name", text_value(p->prim->name));
        put(m, "step", from_num(p->state));
    }
    list_append(context, from_ref(m));
}

static Value frames_as_map(Value self, Args a)
{
    List *extent = extent_of(self, a.message), *coroutines = list_new(1);
    if (!extent)
        return vm.unwind;
    for (uint32_t i = 0; i < extent->count; i++) {
        List *part = ref_of(list_at(extent, i)), *frames = list_new(8);
        Map *m = map_new();
        each_frame(part, add_map, frames);
        put(m, "coroutine", list_at(part, PART_COROUTINE));
        put(m, "handlerStack", list_at(part, PART_HANDLERS));
        put(m, "frames", from_ref(frames));
        list_append(coroutines, from_ref(m));
    }
    Map *m = map_new();
    put(m, "isInvoked", ((Data *)ref_of(self))->field[1]);
    put(m, "coroutines", from_ref(coroutines));
    return from_ref(m);
}

/* ---- from Maps ---- */

/* What is being read; after the first thing that does not fit nothing more is believed. */
typedef struct Reading {
    Message *at;
    bool is_bad;
    Map *map;
    char where[48];
} Reading;

static void refuse(Reading *r, const char *format, const char *a, const char *b)
{
    char text[256];
    if (r->is_bad)
        return;
    r->is_bad = true;
    snprintf(text, sizeof text, format, a, b);
    raise_error(r->at, "Continuation fromMap: %s", text);
}

static Reading reading_of(Value v, Message *at, bool is_bad, const char *format, uint32_t item)
{
    Reading r = {.at = at, .is_bad = is_bad};
    snprintf(r.where, sizeof r.where, format, (unsigned)item);
    v = resolve(v);
    if (is_kind(v, K_MAP))
        r.map = ref_of(v);
    else
        refuse(&r, "%s must be a Map%s", r.where, "");
    return r;
}

static Value get(Reading *r, const char *key)
{
    Value v = vm.nil;
    if (!r->is_bad && !map_get(r->map, symbol_of_text(key), &v))
        refuse(r, "%s has no '%s'", r->where, key);
    return resolve(v);
}

static Value get_kind(Reading *r, const char *key, Kind kind, const char *name)
{
    Value v = get(r, key);
    char text[64];
    snprintf(text, sizeof text, "must be a %s", name);
    if (!r->is_bad && !is_kind(v, kind)) {
        char what[128];
        snprintf(what, sizeof what, "'%s' of %s", key, r->where);
        refuse(r, "%s %s", what, text);
    }
    return v;
}

static Value get_list(Reading *r, const char *key)
{
    Value v = get(r, key);
    if (!r->is_bad && !is_kind(v, K_LIST))
        refuse(r, "'%s' must be a List%s", key, "");
    return v;
}

static Value get_object(Reading *r, const char *key)
{
    Value v = get(r, key);
    if (!r->is_bad && !is_ref(v))
        refuse(r, "'%s' of %s must be an object", key, r->where);
    return v;
}

static uint32_t get_count(Reading *r, const char *key)
{
    Value v = get(r, key);
    if (!r->is_bad && !(is_num(v) && num_of(v) >= 0 && num_of(v) <= 0x7FFFFFFF))
        refuse(r, "'%s' of %s must be a whole number", key, r->where);
    return r->is_bad ? 0 : (uint32_t)num_of(v);
}

static const char *get_text(Reading *r, const char *key)
{
    Value v = get_kind(r, key, K_SEQUENCE, "Sequence");
    return r->is_bad ? "" : symbol_of_seq(ref_of(v))->text;
}

static PortableKind kind_of_state(Reading *r, const char *state)
{
    size_t length = strlen(state);
    if (strcmp(state, "continueChain") == 0)
        return PORTABLE_SEND;
    if (strcmp(state, "evalArgs") == 0)
        return PORTABLE_ARGS;
    if (strcmp(state, "activate") == 0)
        return PORTABLE_ACTIVATION;
    if (length < 5 || strcmp(state + length - 5, ":wait") != 0)
        refuse(r, "there is no frame state '%s'%s", state, "");
    return PORTABLE_CONTROL;
}

static const Prim *get_primitive(Reading *r)
{
    char what[128];
    const char *proto = get_text(r, "proto"), *name = get_text(r, "name");
    const Prim *prim = r->is_bad ? NULL : prim_named(proto, name);
    snprintf(what, sizeof what, "%s %s", proto, name);
    if (!prim)
        refuse(r, "there is no primitive '%s'%s", what, "");
    return prim;
}

static void push_frame(Reading *r, PortableStack *stack)
{
    const char *state = get_text(r, "state");
    Portable p = {.target = vm.nil, .receiver = vm.nil, .callee = vm.nil, .holder = vm.nil};
    Value operands = vm.nil;
    p.kind = kind_of_state(r, state);
    if (p.kind != PORTABLE_ACTIVATION)
        p.message = ref_of(get_kind(r, "message", K_MESSAGE, "Message"));
    if (p.kind == PORTABLE_SEND || p.kind == PORTABLE_ARGS)
        p.target = get(r, "target");
    p.locals = ref_of(get_object(r, "locals"));
    if (p.kind == PORTABLE_ARGS || p.kind == PORTABLE_CONTROL) {
        p.receiver = get(r, "receiver");
        p.holder = get_object(r, "slotContext");
        operands = get_list(r, "operands");
    }
    if (p.kind == PORTABLE_ARGS) {
        p.callee = get_object(r, "callee");
        p.state = get_count(r, "index");
        p.is_single = get(r, "isSingle") == vm.yes;
    } else if (p.kind == PORTABLE_CONTROL) {
        p.prim = get_primitive(r);
        p.state = get_count(r, "step");
    }
    if (r->is_bad)
        return;
    if (operands != vm.nil) {
        List *l = ref_of(operands);
        p.operands = l->items->items + l->start;
        p.operand_count = l->count;
    }
    if (!portable_push(stack, &p))
        refuse(r, "the members of a frame in state '%s' do not fit together%s", state, "");
}

static Value part_of_map(Reading *r)
{
    PortableStack stack;
    Value coroutine = get(r, "coroutine");
    if (!r->is_bad && !is_kind(coroutine, K_COROUTINE))
        refuse(r, "'coroutine' must be a Coroutine%s%s", "", "");
    Value frames = get_list(r, "frames");
    portable_begin(&stack);
    for (uint32_t i = r->is_bad ? 0 : ((List *)ref_of(frames))->count; i > 0 && !r->is_bad; i--) {
        Reading frame = reading_of(list_at(ref_of(frames), i - 1), r->at, false, "item %u of frames", i - 1);
        push_frame(&frame, &stack);
        r->is_bad = frame.is_bad;
    }
    Value part[PART_COUNT] = {
        [PART_COROUTINE] = coroutine, [PART_WORDS] = from_ref(stack.words), [PART_SP] = from_num(stack.sp), [PART_FP] = from_num(stack.fp),
        [PART_HANDLERS] = get(r, "handlerStack"),
    };
    return list_of(part, PART_COUNT);
}

static Value from_map(Value self, Args a)
{
    (void)self;
    if (!arg_map(a, 0))
        return vm.unwind;
    Reading r = reading_of(arg(a, 0), a.message, false, "the map", 0);
    Value coroutines = get_list(&r, "coroutines");
    List *extent = list_new(1);
    for (uint32_t i = 0; !r.is_bad && i < ((List *)ref_of(coroutines))->count; i++) {
        Reading part = reading_of(list_at(ref_of(coroutines), i), a.message, false, "item %u of coroutines", i);
        list_append(extent, part_of_map(&part));
        r.is_bad = part.is_bad;
    }
    if (extent->count == 0)
        refuse(&r, "'coroutines' is empty%s%s", "", "");
    return r.is_bad ? vm.unwind : new_continuation(from_ref(extent));
}

static Prim prims[] = {
    EAGER("frameCount", frame_count), EAGER("frameMessages", frame_messages), EAGER("frameStates", frame_states), EAGER("asMap", frames_as_map),
    EAGER("fromMap", from_map),
};

const Proto continuation_frames_proto = {"Continuation", NULL, K_CONTINUATION, false, TABLE(prims), NULL};
