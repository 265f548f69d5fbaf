/* EvalFrame, and Coroutine's currentFrame. Whoever looks gets all frames at once, as a List of Lists that their EvalFrames share: the stack goes on
   without them. */
#include "eval_frame.h"

#include <stdio.h>

#include "../exec/call.h"
#include "../exec/coroutine.h"
#include "table.h"

/* Fields of an EvalFrame. */
enum { FRAMES, AT };
/* Of one of its frames. */
enum { FACT_STATE, FACT_MESSAGE, FACT_TARGET, FACT_LOCALS, FACT_BLOCK_LOCALS, FACT_COUNT };

Value state_of_portable(const Portable *p)
{
    static const char *const states[] = {"continueChain", "evalArgs", "activate"};
    char text[128];
    if (p->kind != PORTABLE_CONTROL)
        return text_value(states[p->kind]);
    snprintf(text, sizeof text, "%s:wait", p->prim->name);
    return text_value(text);
}

static void note(const Portable *p, void *context)
{
    bool is_activation = p->kind == PORTABLE_ACTIVATION;
    Value facts[FACT_COUNT] = {
        [FACT_STATE] = state_of_portable(p),
        [FACT_MESSAGE] = ref_or_nil(p->message),
        [FACT_TARGET] = p->receiver,
        [FACT_LOCALS] = from_ref(p->locals),
        [FACT_BLOCK_LOCALS] = is_activation ? from_ref(p->locals) : vm.nil,
    };
    list_append(context, list_of(facts, FACT_COUNT));
}

static Value frame_at(Value frames, uint32_t at)
{
    if (at >= ((List *)ref_of(frames))->count)
        return vm.nil;
    Data *d = (Data *)object_new_kind(K_EVALFRAME, PROTO(EvalFrame));
    d->field[FRAMES] = frames;
    d->field[AT] = from_num(at);
    return from_ref(d);
}

/* The frame that awaits its value, or the newest one of another coroutine. */
static Request current_frame(Control *c)
{
    Coroutine *other = is_kind(ctl_self(c), K_COROUTINE) ? ref_of(ctl_self(c)) : vm.coroutine;
    List *frames = list_new(8);
    if (other == vm.coroutine)
        portable_each(regs.base, frame_below(&c->f), note, frames);
    else if (other->stack)
        portable_each(other->stack->base, coroutine_top(other), note, frames);
    return done(c, frame_at(from_ref(frames), 0));
}

static Value fact(Value self, int which)
{
    Data *d = ref_of(self);
    if (!is_kind(d->field[FRAMES], K_LIST))
        return vm.nil; /* the proto */
    List *frames = ref_of(d->field[FRAMES]);
    return list_at(ref_of(list_at(frames, (uint32_t)num_of(d->field[AT]))), (uint32_t)which);
}

#define FACT(name, which) \
    static Value name(Value self, Args a) \
    { \
        (void)a; \
        return fact(self, which); \
    }
FACT(state, FACT_STATE)
FACT(message_of, FACT_MESSAGE)
FACT(target, FACT_TARGET)
FACT(locals, FACT_LOCALS)
FACT(block_locals, FACT_BLOCK_LOCALS)

static Value call(Value self, Args a)
{
    (void)a;
    Value l = fact(self, FACT_BLOCK_LOCALS);
    return l == vm.nil ? vm.nil : call_object_of(ref_of(l));
}

static Value depth(Value self, Args a)
{
    (void)a;
    Data *d = ref_of(self);
    return from_num(is_kind(d->field[FRAMES], K_LIST) ? ((List *)ref_of(d->field[FRAMES]))->count - num_of(d->field[AT]) : 0);
}

static Value parent(Value self, Args a)
{
    (void)a;
    Data *d = ref_of(self);
    return is_kind(d->field[FRAMES], K_LIST) ? frame_at(d->field[FRAMES], (uint32_t)num_of(d->field[AT]) + 1) : vm.nil;
}

/* A frame that is there has not come to a value. */
static Value result(Value self, Args a)
{
    (void)self;
    (void)a;
    return vm.nil;
}

static Value description(Value self, Args a)
{
    (void)a;
    Value v = fact(self, FACT_STATE), m = fact(self, FACT_MESSAGE);
    Buffer b = {0};
    char line[16];
    if (v == vm.nil)
        return v;
    if (m != vm.nil) {
        const Message *message = ref_of(m);
        snprintf(line, sizeof line, ":%u ", (unsigned)message->line);
        buffer_text(&b, message->name->text);
        buffer_char(&b, ' ');
        buffer_text(&b, message->label->text);
        buffer_text(&b, line);
    }
    buffer_char(&b, '[');
    buffer_text(&b, symbol_of_seq(ref_of(v))->text);
    buffer_char(&b, ']');
    return from_ref(seq_from_buffer(&b));
}

static void make(Object *self)
{
    ((Data *)self)->field[FRAMES] = vm.nil;
    ((Data *)self)->field[AT] = from_num(0);
    data(self, "type", text_value("EvalFrame"));
}

static Prim prims[] = {
    EAGER("message", message_of), EAGER("target", target), EAGER("locals", locals), EAGER("blockLocals", block_locals), EAGER("call", call),
    EAGER("depth", depth), EAGER("state", state), EAGER("parent", parent), EAGER("result", result), EAGER("description", description),
};
static Prim coroutine_prims[] = {CONTROL_ANY("currentFrame", current_frame)};

const Proto eval_frame_protos[] = {
    {"EvalFrame", NULL, K_EVALFRAME, false, TABLE(prims), make},
    {"Coroutine", NULL, K_COROUTINE, false, TABLE(coroutine_prims), NULL},
};
