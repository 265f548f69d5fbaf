/* Asynchronous messages: an actor's queue, futures and their proxies (io-language 10.5). */
#include "../exec/call.h"
#include "../exec/coroutine.h"
#include "table.h"

static Object *actor_of(Value v)
{
    v = resolve(v);
    return is_ref(v) ? object_of(v) : number_stand_in(num_of(v), true);
}

static List *queue_of(Object *actor)
{
    Value v;
    if (get_own(actor, SYM(actorQueue), &v) && as_list(v))
        return ref_of(v);
    List *l = list_new(0);
    set_slot(actor, SYM(actorQueue), from_ref(l));
    return l;
}

/* Does a suspended coroutine wait for the body of a try? */
static bool is_in_try(Coroutine *c)
{
    Frame *f = coroutine_top(c);
    return f && f->kind == FRAME_CONTROL && strcmp(ctl_prim((Control *)(void *)f)->name, "try") == 0;
}

/* Makes sure the actor's coroutine will run. */
static void wake(Object *actor)
{
    Value v;
    Coroutine *c = get_own(actor, SYM(actorCoroutine), &v) ? as_coroutine(v) : NULL;
    if (c && !c->finished) {
        /* One that performs a message will look at its queue by itself. */
        if (!is_queued(c) && !is_in_try(c) && c != vm.coroutine)
            queue_first(c);
        return;
    }
    Message *body = message_new(symbol_of_text("actorProcessQueue"));
    body->label = SYM(prelude);
    c = coroutine_new(&vm.coroutine->o, body, actor, from_ref(actor));
    set_slot(actor, SYM(actorCoroutine), from_ref(c));
    queue_first(c);
}

/* An object without protos that answers every message but its type with the future's result. */
static Value new_proxy(Object *future, Object *proto)
{
    Value forward;
    Object *proxy = object_clone(proto);
    proxy->shape = shape_new_root(array_new(0));
    proxy->slots = NULL;
    set_slot(proxy, SYM(type), text_value("FutureProxy"));
    set_slot(proxy, SYM(forward), get_slot(from_ref(proto), SYM(forwardProxy), &forward) ? forward : vm.nil);
    set_slot(proxy, SYM(future), from_ref(future));
    set_slot(future, SYM(proxy), from_ref(proxy));
    return from_ref(proxy);
}

/* Operands: the values of the message's arguments. */
static Request send_later(Control *c, bool wants_future)
{
    if (ctl_argc(c) == 0)
        return raise_request(c, "%s requires a message as argument", ctl_message(c)->name->text);
    Message *m = ctl_arg(c, 0);
    if (ctl_state(c) == 0) {
        ctl_ops(c, 1);
        c->op[0] = from_ref(list_new(arg_count(m)));
    } else {
        list_append(ref_of(c->op[0]), c->value);
    }
    List *values = ref_of(c->op[0]);
    if (values->count < arg_count(m))
        return eval(c, arg_at(m, values->count), c->f.ctx, ctl_locals(c), 1);
    Message *sent = message_shallow_copy(m);
    message_set_args(sent, message_literals(values->count ? values->items->items + values->start : NULL, values->count));
    sent->next = m->next;
    Object *actor = actor_of(c->f.target);
    Object *future = object_clone(PROTO(Future));
    set_slot(future, SYM(runTarget), from_ref(actor));
    set_slot(future, SYM(runMessage), from_ref(sent));
    set_slot(future, SYM(waitingCoros), from_ref(list_new(0)));
    list_append(queue_of(actor), from_ref(future));
    wake(actor);
    return done(c, wants_future ? new_proxy(future, PROTO(FutureProxy)) : vm.nil);
}

static Request future_send(Control *c) { return send_later(c, true); }
static Request async_send(Control *c) { return send_later(c, false); }

static Value take_future(Value self, Args a)
{
    (void)a;
    List *queue = queue_of(object_of(self));
    return queue->count ? list_remove(queue, 0) : vm.nil;
}

static Value actor_run(Value self, Args a)
{
    (void)a;
    queue_of(actor_of(self));
    wake(actor_of(self));
    return self;
}

static bool is_done(Value future)
{
    Value v;
    return get_slot(future, SYM(isDone), &v) && v == vm.yes;
}

static Request await_future(Control *c, Value future)
{
    Value waiting;
    if (get_slot(future, SYM(waitingCoros), &waiting) && as_list(waiting))
        list_append(ref_of(waiting), from_ref(vm.coroutine));
    return park(c, 1);
}

static Request run_future(Control *c)
{
    Value m, target;
    if (!get_slot(c->f.target, SYM(runMessage), &m) || !get_slot(c->f.target, SYM(runTarget), &target) || !as_message(m))
        return done(c, vm.nil);
    return tail_eval(c, ref_of(m), target, as_context(target));
}

/* The proxy becomes the result, and who waits goes on. */
static Value set_result(Value self, Args a)
{
    Object *future = object_of(self);
    Value v;
    set_slot(future, SYM(result), arg(a, 0));
    set_slot(future, SYM(isDone), vm.yes);
    List *waiting = get_slot(self, SYM(waitingCoros), &v) ? as_list(v) : NULL;
    for (uint32_t i = waiting ? waiting->count : 0; i > 0; i--) {
        Coroutine *c = as_coroutine(list_at(waiting, i - 1));
        if (c)
            queue_first(c);
    }
    if (waiting)
        list_clear(waiting);
    int at = shape_find(future->shape, SYM(proxy));
    if (at >= 0 && is_ref(future->slots[at]) && !(object_of(future->slots[at])->h.flags & F_FORWARDER))
        become(object_of(future->slots[at]), arg(a, 0));
    return self;
}

static Value future_proxy(Value self, Args a)
{
    (void)a;
    set_slot(object_of(self), SYM(waitingCoros), from_ref(list_new(0)));
    return new_proxy(object_of(self), PROTO(FutureProxy));
}

static Request wait_on_result(Control *c)
{
    return ctl_state(c) == 0 && !is_done(c->f.target) ? await_future(c, c->f.target) : done(c, c->f.target);
}

/* A message to a proxy: waits for the result, then sends it there. */
static Request proxy_forward(Control *c)
{
    Value future, result;
    Value self = c->f.target;
    if (is_num(resolve(self)) || (object_of(self)->h.flags & F_FORWARDER) || !get_own(object_of(self), SYM(future), &future))
        return tail_perform(c, ctl_message(c), resolve(self), ctl_locals(c));
    if (is_done(future))
        return tail_perform(c, ctl_message(c), get_slot(future, SYM(result), &result) ? result : vm.nil, ctl_locals(c));
    return await_future(c, future);
}

static Prim object_prims[] = {
    CONTROL("@", future_send), CONTROL("@@", async_send), CONTROL("futureSend", future_send), CONTROL("asyncSend", async_send),
    EAGER("`takeFuture", take_future), EAGER("actorRun", actor_run),
};

/* setRunTarget sets runTarget, and so on. */
static Value set_field(Value self, Args a)
{
    const char *name = a.message->name->text;
    Symbol *slot = strcmp(name, "setRunTarget") == 0 ? SYM(runTarget) : strcmp(name, "setRunMessage") == 0 ? SYM(runMessage) : SYM(waitingCoros);
    set_slot_of(self, slot, arg(a, 0));
    return self;
}

static Value proxy_with(Value self, Args a)
{
    return is_ref(arg(a, 0)) ? new_proxy(object_of(arg(a, 0)), object_of(self)) : wrong_argument(a.message, 0, arg(a, 0), "Future");
}

static Prim future_prims[] = {
    EAGER("setRunTarget", set_field), EAGER("setRunMessage", set_field), EAGER("setWaitingCoros", set_field),
    CONTROL("`run", run_future), CONTROL("run", run_future), EAGER("setResult", set_result), EAGER("futureProxy", future_proxy),
    CONTROL("waitOnResult", wait_on_result),
};

static Prim proxy_prims[] = {EAGER("with", proxy_with), CONTROL("_forward", proxy_forward)};

static void make_future(Object *self)
{
    data(self, "type", text_value("Future"));
    data(self, "runTarget", vm.nil);
    data(self, "runMessage", vm.nil);
    data(self, "waitingCoros", vm.nil);
}

static void make_proxy(Object *self) { data(self, "type", text_value("FutureProxy")); }

const Proto actor_protos[] = {
    {"Object", NULL, K_ANY, false, TABLE(object_prims), NULL},
    {"Future", NULL, K_ANY, false, TABLE(future_prims), make_future},
    {"FutureProxy", NULL, K_ANY, false, TABLE(proxy_prims), make_proxy},
};
