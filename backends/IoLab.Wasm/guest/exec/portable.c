#include "portable.h"

#include "../lang/message.h"
#include "../protos/table.h"
#include "call.h"
#include "compile.h"
#include "ops.h"
#include "unwind.h"

enum { LONGEST_PATH = 128 }; /* the compiler compiles no deeper nesting in one piece */

/* From a message to the beginning of the code it is in: the messages it is in an argument of, innermost first. */
typedef struct Path {
    struct {
        Message *message;
        uint32_t argument;
    } steps[LONGEST_PATH];
    uint32_t count;
} Path;

typedef struct View {
    Frame *frame;
    const Code *code;
    uint32_t at;          /* a word of the instruction that waits */
    const Value *operands;
    uint32_t loops;       /* how many loops in place have been shown of this frame */
    const Message *args;  /* the frame shown last awaits an argument of this message; or null */
    SeePortable see;
    void *context;
} View;

static bool find(Message *chain, const Message *sought, bool is_alone, uint32_t depth, Path *p)
{
    for (Message *m = chain; m && depth < LONGEST_PATH; m = is_alone ? NULL : m->next) {
        if (m == sought)
            return true;
        for (uint32_t i = 0; i < arg_count(m); i++) {
            if (!find(arg_at(m, i), sought, false, depth + 1, p))
                continue;
            if (p->count < LONGEST_PATH) {
                p->steps[p->count].message = m;
                p->steps[p->count++].argument = i;
            }
            return true;
        }
    }
    return false;
}

/* ---- which message an instruction is about ---- */

static uint32_t length_of(uint32_t w)
{
    static const uint8_t further[OP_COUNT] = {
#define X(name, words) [OP_##name] = words,
        OPERATIONS(X)
#undef X
#define X(name, expression, truth) [OP_##name##_L] = 2, [OP_##name##_R] = 2, [OP_##name##_RL] = 4, [OP_##name##_RR] = 4, [OP_##name##_S] = 1,
        ARITHMETIC(X)
#undef X
    };
    return 1 + further[w & 0xFF];
}

/* The index of an instruction's cache, or -1; its further words are behind `at`. */
static int64_t cache_of(uint32_t word, const uint32_t *at)
{
    switch ((Operation)(word & 0xFF)) {
    case OP_SEND0:
    case OP_ISEND0:
    case OP_SELF0:
    case OP_TURN0:
    case OP_SEND:
    case OP_ISEND:
    case OP_ASEND:
    case OP_UPDATE:
    case OP_SET_SLOT:
        return word >> 8;
    case OP_LOCAL:
    case OP_UPDATE_LOCAL:
    case OP_CALL:
    case OP_CALL_UPDATE:
    case OP_EACH:
        return at[1];
#define X(name, expression, truth) \
    case OP_##name##_L: \
    case OP_##name##_R: \
    case OP_##name##_S: \
        return at[1]; \
    case OP_##name##_RL: \
    case OP_##name##_RR: \
        return at[2];
        ARITHMETIC(X)
#undef X
    default:
        return -1;
    }
}

/* The message whose value a frame awaits; or else, then is_send is false, one that lies in the same argument as what it awaits. */
static Message *awaited(const Code *code, uint32_t pc, bool *is_send)
{
    Message *last = NULL;
    const Construct *sent = construct_sent(code, pc);
    *is_send = sent != NULL;
    if (sent)
        return sent->message;
    for (uint32_t at = 0; at < pc && at < code->word_count;) {
        uint32_t word = compiled_word(code, code->words[at]);
        int64_t cache = cache_of(word, code->words + at);
        if (cache >= 0)
            last = code->caches[cache].message;
        else if ((word & 0xFF) == OP_EVAL)
            last = ref_of(code->literals[word >> 8]);
        at += length_of(word);
        *is_send = cache >= 0 && at >= pc;
    }
    return last;
}

/* ---- going on with a chain behind a message, whose value has come; operand: the chain's target ---- */

static Request chain_step(Control *c)
{
    Value value = c->value, receiver = value;
    for (Message *m = ctl_message(c)->next; m; m = m->next) {
        if (is_terminator(m)) {
            receiver = c->op[0];
        } else if (has_cached(m)) {
            value = receiver = m->cached;
        } else if (m->next) {
            c->message = from_ref(m);
            return perform(c, m, receiver, ctl_locals(c), 1);
        } else {
            return tail_perform(c, m, receiver, ctl_locals(c));
        }
    }
    return done(c, value);
}

static const Prim chain_prim = {.name = "chain", .control = chain_step, .kind = K_ANY, .proto = "Object"};

/* ---- showing ---- */

static void show(View *v, Portable p)
{
    v->args = p.kind == PORTABLE_ARGS ? p.message : NULL;
    v->see(&p, v->context);
}

/* The message's chain goes on, unless it is at its end: then nothing waits. A frame that awaits an argument of it goes on by itself. */
static void show_send(View *v, Message *m, Value target)
{
    bool is_single = v->code->variant == VARIANT_SINGLE && m == v->code->origin;
    if (m->next && !is_single && v->args != m)
        show(v, (Portable){.kind = PORTABLE_SEND, .message = m, .locals = ref_of(v->frame->ctx), .target = target, .receiver = target});
}

static const Region *region_of(const View *v, RegionKind kind, const Message *m, uint32_t skipped)
{
    for (uint32_t i = 0; i < v->code->region_count; i++) {
        const Region *r = v->code->regions + i;
        if (r->kind != kind || v->at < r->start || v->at >= r->end)
            continue;
        const Message *about = kind == REGION_ARGS ? v->code->caches[v->code->words[r->end + 1]].message
            : kind == REGION_PART ? ref_of(v->code->literals[r->target]) : m;
        if (about == m && skipped-- == 0)
            return r;
    }
    return NULL;
}

static Value callee_of(Value receiver, const Message *m, Value *holder)
{
    Found found;
    *holder = vm.nil;
    if (!lookup(lookup_start(resolve(receiver)), m->name, &found))
        return vm.nil;
    *holder = from_ref(found.holder);
    return found.holder->slots[found.index];
}

static void show_args(View *v, Message *m, uint32_t argument, Value target, Value receiver, const Value *operands, uint32_t count)
{
    Portable p = {.kind = PORTABLE_ARGS, .message = m, .locals = ref_of(v->frame->ctx), .target = target, .receiver = receiver,
        .state = argument, .operands = operands, .operand_count = count, .is_single = v->code->variant == VARIANT_SINGLE && m == v->code->origin};
    p.callee = callee_of(receiver, m, &p.holder);
    show(v, p);
}

static void show_pending(View *v, const Region *r, Message *m, uint32_t argument, Value target)
{
    const Value *o = v->operands + r->depth;
    if (is_num(o[1])) { /* fillers: arithmetic of numbers */
        show_args(v, m, argument, target, o[0], NULL, 0);
        return;
    }
    show(v, (Portable){.kind = PORTABLE_ARGS, .message = m, .locals = ref_of(v->frame->ctx), .target = target, .receiver = o[0], .callee = o[1],
        .holder = o[2], .state = argument, .operands = o + 3, .operand_count = argument,
        .is_single = v->code->variant == VARIANT_SINGLE && m == v->code->origin});
}

/* What is compiled in place has the frame of the primitive it stands for. */
static void show_control(View *v, Message *m, const char *proto, Value receiver, uint32_t state, const Value *operands, uint32_t count)
{
    show(v, (Portable){.kind = PORTABLE_CONTROL, .message = m, .locals = ref_of(v->frame->ctx), .target = vm.nil, .receiver = receiver,
        .holder = from_ref(PROTO(Object)), .prim = prim_named(proto, m->name->text), .state = state, .operands = operands, .operand_count = count});
}

static void show_loop(View *v, Message *m, uint32_t argument)
{
    Value ctx = v->frame->ctx;
    const Region *r = region_of(v, REGION_LOOP, m, v->loops++);
    const Value *o = r ? v->operands + r->depth : NULL;
    if (!r)
        return;
    if (m->name == SYM(while)) {
        show_control(v, m, "Object", ctx, argument == 0 ? 1 : 3, o, 1);
    } else if (m->name == SYM(loop)) {
        show_control(v, m, "Object", ctx, 1, o, 1);
    } else if (m->name == SYM(for)) {
        Value state[] = {o[1], o[2], o[3], o[0]};
        show_control(v, m, "Object", ctx, 4, state, 4);
    } else if (m->name == SYM(repeat)) {
        Value state[] = {o[1], o[0]};
        show_control(v, m, "Number", from_num(num_of(o[2]) + 1), 1, state, 2);
    } else {
        Value state[] = {from_num(num_of(o[1]) + 1), o[2]};
        show_control(v, m, "List", o[0], 1, state, 2);
    }
}

/* A limit of a loop is being evaluated. */
static void show_limits(View *v, Message *m, uint32_t argument)
{
    const Region *r = region_of(v, REGION_PART, m, 0);
    Value state[] = {vm.nil, vm.nil, from_num(1), vm.nil};
    for (uint32_t i = 1; r && i < argument; i++)
        state[i - 1] = v->operands[r->depth + i];
    show_control(v, m, "Object", v->frame->ctx, argument, state, 4);
}

static bool is_loop(const Message *m)
{
    return m->name == SYM(while) || m->name == SYM(loop) || m->name == SYM(for) || m->name == SYM(repeat) || m->name == SYM(foreach);
}

static void show_assignment(View *v, Message *m, uint32_t argument, Value target)
{
    const Region *r = region_of(v, REGION_PART, m, 0);
    Value name = arg_at(m, 0)->cached;
    show_args(v, m, argument, target, r ? v->operands[r->depth] : v->frame->ctx, &name, 1);
}

/* A message in an argument of which something waits. */
static void show_outer(View *v, Message *m, uint32_t argument, Value target)
{
    const Region *pending = region_of(v, REGION_ARGS, m, 0);
    if (pending) {
        show_pending(v, pending, m, argument, target);
        return;
    }
    if (m->name == SYM(setSlot) || m->name == SYM(updateSlot)) {
        show_assignment(v, m, argument, target);
        return;
    }
    if (m->name == SYM(return) || m->name == SYM(break)) {
        show_args(v, m, argument, target, v->frame->ctx, NULL, 0);
        return;
    }
    if (m->name == SYM(for) && argument + 1 < arg_count(m))
        show_limits(v, m, argument);
    else if (is_loop(m))
        show_loop(v, m, argument);
    else if (m->name == SYM(and) || m->name == SYM(or))
        show_control(v, m, m->name == SYM(and) ? "Object" : "nil", m->name == SYM(and) ? vm.yes : vm.nil, 1, NULL, 0);
    else if (m->name == SYM(if) && argument == 0)
        show_control(v, m, "Object", v->frame->ctx, 1, NULL, 0);
    show_send(v, m, target);
}

static void show_code(View *v)
{
    Frame *f = v->frame;
    Path p = {.count = 0};
    bool is_send;
    v->code = frame_code(f);
    v->at = waiting_word(v->code, f->pc);
    v->operands = (const Value *)(f + 1);
    v->loops = 0;
    Message *m = awaited(v->code, f->pc, &is_send);
    if (m && find(v->code->origin, m, v->code->variant == VARIANT_SINGLE, 0, &p)) {
        if (is_send)
            show_send(v, m, p.count == 0 ? f->target : f->ctx);
        for (uint32_t i = 0; i < p.count; i++)
            show_outer(v, p.steps[i].message, p.steps[i].argument, i + 1 == p.count ? f->target : f->ctx);
    }
    if (f->kind == FRAME_ACTIVATION) {
        Locals *l = ref_of(f->ctx);
        show(v, (Portable){.kind = PORTABLE_ACTIVATION, .message = l->message, .locals = &l->o, .target = vm.nil, .receiver = l->target});
    }
}

static void show_primitive(View *v)
{
    Control *c = (Control *)(void *)v->frame;
    const Prim *prim = ctl_prim(c);
    Portable p = {.kind = PORTABLE_CONTROL, .message = ctl_message(c), .locals = ctl_locals(c), .target = vm.nil, .receiver = c->f.target,
        .holder = c->holder, .prim = prim, .state = ctl_state(c), .operands = c->op, .operand_count = c->op_count};
    if (prim == &apply_prim) {
        p.kind = PORTABLE_ARGS;
        p.callee = c->op[0];
        p.receiver = c->op[1];
        p.holder = c->op[2];
        p.state = p.state ? p.state - 1 : 0;
        p.operands = c->op + 3;
        p.operand_count = p.state;
        p.target = c->f.ctx;
    } else if (prim == &chain_prim) {
        p.kind = PORTABLE_SEND;
        p.target = p.receiver = c->op[0];
        if (!p.message->next || v->args == p.message)
            return;
    } else if (prim == &register_first_prim) {
        return;
    }
    show(v, p);
}

void portable_each(Value *base, Frame *top, SeePortable see, void *context)
{
    View v = {.see = see, .context = context};
    for (Frame *f = top; f; f = f->prev ? (Frame *)(void *)(base + f->prev) : NULL) {
        v.frame = f;
        if (f->kind == FRAME_CONTROL)
            show_primitive(&v);
        else
            show_code(&v);
    }
}

/* ---- making frames ---- */

void portable_begin(PortableStack *s)
{
    s->words = array_new(64);
    s->words->items[0] = 0;
    s->sp = 1;
    s->fp = 0;
}

static Frame *push(PortableStack *s, uint32_t size, FrameKind kind)
{
    if (s->words->cap - s->sp < size) {
        Array *longer = array_new(2 * (s->words->cap + size));
        memcpy(longer->items, s->words->items, s->sp * sizeof(Value));
        s->words = longer;
    }
    Frame *f = (Frame *)(void *)(s->words->items + s->sp);
    *f = (Frame){.prev = s->fp, .kind = kind};
    s->fp = s->sp;
    s->sp += size;
    return f;
}

static Control *push_primitive(PortableStack *s, const Prim *prim, const Portable *p, uint32_t state, uint32_t operands)
{
    Control *c = (Control *)(void *)push(s, CONTROL_WORDS + operands, FRAME_CONTROL);
    c->f.code = (Value)(uintptr_t)prim;
    c->f.ctx = from_ref(p->locals);
    c->f.target = p->receiver;
    c->f.pc = state;
    c->message = from_ref(p->message);
    c->holder = p->holder;
    c->value = vm.nil;
    c->op_count = operands;
    c->unused = 0;
    return c;
}

static void push_chain(PortableStack *s, const Portable *p)
{
    Control *c = push_primitive(s, &chain_prim, p, 1, 1);
    c->f.target = p->target;
    c->holder = vm.nil;
    c->op[0] = p->target;
}

static bool push_args(PortableStack *s, const Portable *p)
{
    const Prim *prim = prim_of(p->callee);
    uint32_t count = arg_count(p->message);
    if ((!as_block(p->callee) && !(prim && prim->eager)) || p->state >= count || p->operand_count < p->state)
        return false;
    if (prim && prim->kind != K_ANY && !(prim->flags & PRIM_ANY) && kind_of(p->receiver) != (Kind)prim->kind)
        return false;
    if (p->message->next && !p->is_single)
        push_chain(s, p);
    Control *c = push_primitive(s, &apply_prim, p, p->state + 1, 3 + count);
    c->op[0] = p->callee;
    c->op[1] = p->receiver;
    c->op[2] = p->holder;
    for (uint32_t i = 0; i < count; i++)
        c->op[3 + i] = i < p->state ? p->operands[i] : vm.nil;
    return true;
}

/* It has nothing left to do but to pass on the value of the frame above: the end of the code of nothing is enough for that. */
static bool push_activation(PortableStack *s, const Portable *p)
{
    if (p->locals->h.kind != K_LOCALS || !((Locals *)p->locals)->block)
        return false;
    Code *code = code_of(NULL, NULL, VARIANT_CHAIN);
    Frame *f = push(s, FRAME_WORDS, FRAME_ACTIVATION);
    f->code = from_ref(code);
    f->ctx = f->target = from_ref(p->locals);
    f->pc = code->word_count - 1;
    return true;
}

bool portable_push(PortableStack *s, const Portable *p)
{
    bool fits = true;
    if (p->kind == PORTABLE_SEND) {
        push_chain(s, p);
    } else if (p->kind == PORTABLE_ARGS) {
        fits = push_args(s, p);
    } else if (p->kind == PORTABLE_ACTIVATION) {
        fits = push_activation(s, p);
    } else {
        fits = p->prim->control && (p->prim->kind == K_ANY || p->prim->flags & PRIM_ANY || kind_of(p->receiver) == (Kind)p->prim->kind);
        if (fits) {
            Control *c = push_primitive(s, p->prim, p, p->state, p->operand_count);
            memcpy(c->op, p->operands, p->operand_count * sizeof(Value));
        }
    }
    gc_wrote(s->words);
    return fits;
}
