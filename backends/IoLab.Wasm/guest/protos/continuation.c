/* Continuation and restarts (docs/continuations.md, docs/exceptions-and-restarts.md): both are about the dynamic extent of a computation, its
   coroutine and those that wait for it in a try. */
#include "continuation.h"

#include "../core/fail.h"
#include "../exec/call.h"
#include "../exec/coroutine.h"
#include "table.h"

static bool waits_in_try(Coroutine *parent, Coroutine *child)
{
    Frame *f = parent ? coroutine_top(parent) : NULL;
    Control *c = (Control *)(void *)f;
    return f && f->kind == FRAME_CONTROL && strcmp(ctl_prim(c)->name, "try") == 0 && c->op_count && c->op[0] == from_ref(child);
}

/* A copy of what a coroutine's stack holds below sp. */
static Value part_of(Coroutine *c, uint32_t sp, uint32_t fp)
{
    Array *words = array_new(sp);
    memcpy(words->items, c->stack->base, sp * sizeof(Value));
    gc_wrote(words);
    Value part[] = {from_ref(c), from_ref(words), from_num(sp), from_num(fp), coroutine_handlers(c)};
    return list_of(part, PART_COUNT);
}

/* The running extent without the frame of the primitive that asks. */
static List *running_extent(Control *c)
{
    List *parts = list_new(2);
    Coroutine *one = vm.coroutine;
    list_append(parts, part_of(one, frame_offset(&c->f), c->f.prev));
    for (;;) {
        Coroutine *parent = coroutine_parent(one);
        if (!waits_in_try(parent, one))
            return parts;
        list_append(parts, part_of(parent, parent->sp, parent->fp));
        one = parent;
    }
}

static bool has_part(List *extent, Coroutine *c)
{
    for (uint32_t i = 0; i < extent->count; i++) {
        if (list_at(ref_of(list_at(extent, i)), PART_COROUTINE) == from_ref(c))
            return true;
    }
    return false;
}

/* Ends the coroutines of the running extent that are not in the one that is entered. */
static void leave(List *running, List *entered)
{
    for (uint32_t i = 0; i < running->count; i++) {
        Coroutine *c = ref_of(list_at(ref_of(list_at(running, i)), PART_COROUTINE));
        if (!has_part(entered, c))
            coroutine_abandon(c);
    }
}

/* Puts all parts where they were; the first one's frames are left to the request that is answered. */
static Request enter(Control *c, List *extent, Value value)
{
    for (uint32_t i = 0; i < extent->count; i++) {
        List *part = ref_of(list_at(extent, i));
        Coroutine *one = ref_of(list_at(part, PART_COROUTINE));
        Array *words = ref_of(list_at(part, PART_WORDS));
        coroutine_set_handlers(one, list_at(part, PART_HANDLERS));
        if (i == 0)
            continue;
        uint32_t sp = (uint32_t)num_of(list_at(part, PART_SP));
        coroutine_restore(one, words->items, sp, (uint32_t)num_of(list_at(part, PART_FP)));
    }
    List *first = ref_of(list_at(extent, 0));
    Array *words = ref_of(list_at(first, PART_WORDS));
    return reinstate(c, ref_of(list_at(first, PART_COROUTINE)), words->items, (uint32_t)num_of(list_at(first, PART_SP)),
        (uint32_t)num_of(list_at(first, PART_FP)), value);
}

/* ---- Continuation ---- */

static Data *of(Value self) { return ref_of(self); }

Value new_continuation(Value extent)
{
    Value v = new_data(K_CONTINUATION, "Continuation");
    of(v)->field[0] = extent;
    of(v)->field[1] = vm.no;
    return v;
}

static Request callcc(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Block");
    Block *b = as_block(ctl_value(c));
    if (!b)
        return wrong_arg(c, 0, ctl_value(c), "Block");
    Value k = new_continuation(from_ref(running_extent(c)));
    return tail_call_block(c, b, c->f.ctx, &k, 1, ctl_message(c));
}

static const char empty[] = "this Continuation holds nothing: make one with callcc, fromMap or fromBytes";

List *extent_of(Value self, Message *at)
{
    List *extent = as_list(of(self)->field[0]);
    if (!extent)
        raise_error(at, empty);
    return extent;
}

static Request invoke(Control *c)
{
    if (ctl_state(c) == 0 && ctl_argc(c))
        return eval_arg(c, 0, 1);
    Value v = ctl_state(c) ? c->value : vm.nil;
    Data *k = of(ctl_self(c));
    List *extent = extent_of(ctl_self(c), ctl_message(c));
    if (!extent)
        return REQ_UNWIND;
    if (k->field[1] == vm.yes)
        return raise_request(c, "this Continuation has been invoked already; invoke a copy of it");
    k->field[1] = vm.yes;
    leave(running_extent(c), extent);
    return enter(c, extent, v);
}

static Value copy(Value self, Args a)
{
    return extent_of(self, a.message) ? new_continuation(of(self)->field[0]) : vm.unwind;
}

static Value is_invoked(Value self, Args a)
{
    (void)a;
    return bool_value(of(self)->field[1] == vm.yes);
}

static void make_continuation(Object *self)
{
    ((Data *)self)->field[0] = vm.nil;
    ((Data *)self)->field[1] = vm.no;
    data(self, "type", text_value("Continuation"));
}

/* ---- restarts: active while the frame of their withRestarts evaluates its body ---- */

/* What withRestarts keeps: 0 the handlers outside, 1 the name being paired, 2 the arguments of the restart that was invoked, then the restarts. */
enum { R_HANDLERS, R_NAME, R_ARGUMENTS, R_FIRST };

static bool is_restart(Value v) { return is_ref(v) && ref_of(v) != proto_named("Restart") && reaches(object_of(v), proto_named("Restart")); }

static Value new_restart(Value named, Value action)
{
    Object *r = object_clone(as_seq(named) ? proto_named("Restart") : object_of(named));
    if (as_seq(named))
        set_slot(r, SYM(name), named);
    set_slot(r, symbol_of_text("action"), action);
    return from_ref(r);
}

static Request with_restarts(Control *c)
{
    uint32_t body = ctl_argc(c) - 1, state = ctl_state(c);
    if (state == ctl_argc(c) + 1) {
        Value action = vm.nil;
        coroutine_set_handlers(vm.coroutine, c->op[R_HANDLERS]);
        get_slot(c->value, symbol_of_text("action"), &action);
        List *values = ref_of(c->op[R_ARGUMENTS]);
        return tail_call_block(c, ref_of(action), c->f.ctx, values->count ? values->items->items + values->start : NULL, values->count, ctl_message(c));
    }
    if (state > body && state > 0)
        return done(c, c->value);
    if (state == 0) {
        if (ctl_argc(c) < 3 || body % 2)
            return raise_request(c, "withRestarts requires names with blocks, then a body");
        ctl_ops(c, R_FIRST + body / 2);
        c->op[R_HANDLERS] = coroutine_handlers(vm.coroutine);
    } else {
        Value v = ctl_value(c);
        uint32_t argument = state - 1;
        if (argument % 2 == 0) {
            if (!as_seq(v) && !is_restart(v))
                return wrong_arg(c, argument, v, "Sequence");
            c->op[R_NAME] = v;
        } else {
            if (!as_block(v))
                return wrong_arg(c, argument, v, "Block");
            c->op[R_FIRST + argument / 2] = new_restart(c->op[R_NAME], v);
        }
    }
    return eval_arg(c, state, state + 1);
}

/* The control frame at a place if it offers restarts now. */
static Control *offering(Frame *f)
{
    Control *c = (Control *)(void *)f;
    return f->kind == FRAME_CONTROL && ctl_prim(c)->control == with_restarts && ctl_state(c) == ctl_argc(c) ? c : NULL;
}

static const char *name_of(Value v)
{
    Value name;
    if (as_seq(v))
        return symbol_of_seq(as_seq(v))->text;
    return get_slot(v, SYM(name), &name) && as_seq(name) ? symbol_of_seq(as_seq(name))->text : "";
}

static bool fits(Value restart, Value wanted) { return as_seq(wanted) ? strcmp(name_of(restart), name_of(wanted)) == 0 : restart == wanted; }

/* Calls visit for each restart that is active, innermost first, until it answers true. */
typedef bool (*VisitRestart)(Value restart, Coroutine *where, Control *frame, void *context);

static void each_restart(VisitRestart visit, void *context)
{
    Coroutine *one = vm.coroutine;
    for (;;) {
        for (Frame *f = coroutine_top(one); f; f = coroutine_below(one, f)) {
            Control *c = offering(f);
            for (uint32_t i = R_FIRST; c && i < c->op_count; i++) {
                if (visit(c->op[i], one, c, context))
                    return;
            }
        }
        Coroutine *parent = coroutine_parent(one);
        if (!waits_in_try(parent, one))
            return;
        one = parent;
    }
}

static bool add_to_list(Value restart, Coroutine *where, Control *frame, void *context)
{
    (void)where;
    (void)frame;
    list_append(context, restart);
    return false;
}

static Request compute_restarts(Control *c)
{
    List *all = list_new(0);
    each_restart(add_to_list, all);
    return done(c, from_ref(all));
}

typedef struct Sought {
    Value wanted, found;
    Coroutine *where;
    Control *frame;
} Sought;

static bool is_sought(Value restart, Coroutine *where, Control *frame, void *context)
{
    Sought *s = context;
    if (!fits(restart, s->wanted))
        return false;
    s->found = restart;
    s->where = where;
    s->frame = frame;
    return true;
}

static Request is_active(Control *c)
{
    Sought s = {.wanted = ctl_self(c)};
    each_restart(is_sought, &s);
    return done(c, bool_value(s.frame != NULL));
}

/* Evaluates the arguments, of which the first `own` tell the restart, and goes there. Operands: all values. */
static Request invoke_restart(Control *c, uint32_t own)
{
    uint32_t count = ctl_argc(c), state = ctl_state(c);
    if (state == 0)
        ctl_ops(c, count);
    else
        c->op[state - 1] = c->value;
    if (state < count)
        return eval_arg(c, state, state + 1);
    Sought s = {.wanted = own ? resolve(c->op[0]) : ctl_self(c)};
    if (own && !as_seq(s.wanted) && !is_restart(s.wanted))
        return wrong_arg(c, 0, s.wanted, "Sequence");
    each_restart(is_sought, &s);
    if (!s.frame)
        return raise_request(c, "no restart '%s' is active", name_of(s.wanted));
    /* Whatever is newer than that frame is left; it goes on in its last state. */
    Value values = list_of(c->op + own, count - own), found = s.found;
    Coroutine *where = s.where;
    Value *base = where == vm.coroutine ? regs.base : where->stack->base;
    uint32_t fp = (uint32_t)((Value *)(void *)s.frame - base), sp = (uint32_t)(s.frame->op + s.frame->op_count - base);
    s.frame->op[R_ARGUMENTS] = values;
    s.frame->f.pc = ctl_argc(s.frame) + 1;
    List *extent = list_new(1);
    list_append(extent, part_of(where, sp, fp));
    for (Coroutine *one = vm.coroutine; one != where;) {
        Coroutine *parent = coroutine_parent(one);
        coroutine_abandon(one);
        one = parent;
    }
    List *part = ref_of(list_at(extent, 0));
    return reinstate(c, where, ((Array *)ref_of(list_at(part, PART_WORDS)))->items, sp, fp, found);
}

static Request invoke_named(Control *c) { return ctl_argc(c) ? invoke_restart(c, 1) : wrong_arg(c, 0, vm.nil, "Sequence"); }
static Request invoke_self(Control *c) { return invoke_restart(c, 0); }

static Value restart_with(Value self, Args a)
{
    if (!arg_seq(a, 0))
        return vm.unwind;
    Object *r = object_clone(object_of(self));
    set_slot(r, SYM(name), arg(a, 0));
    set_slot(r, symbol_of_text("description"), arg(a, 1));
    return from_ref(r);
}

static void make_restart(Object *self)
{
    data(self, "type", text_value("Restart"));
    data(self, "name", vm.nil);
    data(self, "description", vm.nil);
    data(self, "action", vm.nil);
}

static Prim continuation_prims[] = {CONTROL("invoke", invoke), EAGER("copy", copy), EAGER("isInvoked", is_invoked)};
static Prim restart_prims[] = {EAGER("with", restart_with), CONTROL("invoke", invoke_self), CONTROL("isActive", is_active)};
static Prim object_prims[] = {
    CONTROL("callcc", callcc), CONTROL("withRestarts", with_restarts), CONTROL("computeRestarts", compute_restarts), CONTROL("invokeRestart", invoke_named),
};

const Proto continuation_protos[] = {
    {"Continuation", NULL, K_CONTINUATION, false, TABLE(continuation_prims), make_continuation},
    {"Restart", NULL, K_ANY, false, TABLE(restart_prims), make_restart},
    {"Object", NULL, K_ANY, false, TABLE(object_prims), NULL},
};
