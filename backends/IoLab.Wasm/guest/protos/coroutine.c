/* Coroutine, Scheduler, and Object's messages that make coroutines and wait (io-language 10). */
#include "../exec/coroutine.h"

#include "../exec/call.h"
#include "../exec/unwind.h"
#include "../host/host.h"
#include "table.h"

/* ---- run queue and timers: Io lists that programs can see ---- */

double clock_now(void) { return host_now(); }

static RARE List *find_list_in(Symbol *slot, uint32_t *at)
{
    Object *scheduler = PROTO(Scheduler);
    Value v;
    if (get_slot(from_ref(scheduler), slot, &v) && as_list(v)) {
        int own = shape_find(scheduler->shape, slot);
        if (own >= 0)
            *at = (uint32_t)own;
        return ref_of(v);
    }
    List *l = list_new(0);
    set_slot(scheduler, slot, from_ref(l));
    return l;
}

/* *at is where the slot was the last time: it rarely moves. */
static inline List *list_in(Symbol *slot, uint32_t *at)
{
    const Object *scheduler = PROTO(Scheduler);
    if (*at < scheduler->shape->count && scheduler->shape->names[*at] == slot) {
        List *l = as_list(resolve(scheduler->slots[*at]));
        if (l)
            return l;
    }
    return find_list_in(slot, at);
}

List *run_queue(void)
{
    static uint32_t at;
    return list_in(SYM(yieldingCoros), &at);
}

static List *timers(void)
{
    static uint32_t at;
    return list_in(SYM(timers), &at);
}

/* A longer queue is not searched: it is believed what the coroutine's count says. */
enum { SEARCHED_QUEUE = 64 };

static bool may_be_in(List *queue, Coroutine *c) { return queue->count <= SEARCHED_QUEUE || c->queued > 0; }

bool is_queued(Coroutine *c)
{
    List *queue = run_queue();
    if (!may_be_in(queue, c))
        return false;
    for (uint32_t i = 0; i < queue->count; i++) {
        if (list_at(queue, i) == from_ref(c))
            return true;
    }
    return false;
}

static void unqueue(Coroutine *c)
{
    List *queue = run_queue();
    if (!may_be_in(queue, c))
        return;
    for (uint32_t i = queue->count; i > 0; i--) {
        if (list_at(queue, i - 1) == from_ref(c))
            list_remove(queue, i - 1);
    }
    c->queued = 0;
}

void queue_first(Coroutine *c)
{
    unqueue(c);
    list_insert(run_queue(), 0, from_ref(c));
    c->queued++;
}

static void queue_last(List *queue, Value v)
{
    list_append(queue, v);
    if (as_coroutine(v))
        as_coroutine(v)->queued++;
}

/* Takes the first that can run, or null. */
static Coroutine *take_next(List *queue)
{
    while (queue->count) {
        Coroutine *c = as_coroutine(resolve(list_remove(queue, 0)));
        if (!c)
            continue;
        if (c->queued)
            c->queued--;
        if (!c->finished)
            return c;
    }
    return NULL;
}

/* A timer is a list of deadline and coroutine. */
static bool timer_at(uint32_t i, double *deadline, Value *coroutine)
{
    List *l = timers();
    List *timer = i < l->count ? as_list(resolve(list_at(l, i))) : NULL;
    if (!timer || timer->count != 2 || !is_num(list_at(timer, 0)))
        return false;
    *deadline = num_of(list_at(timer, 0));
    *coroutine = list_at(timer, 1);
    return true;
}

static RARE void wake_timers(void)
{
    double deadline;
    Value c;
    while (timers()->count && timer_at(0, &deadline, &c) && deadline <= clock_now()) {
        list_remove(timers(), 0);
        queue_last(run_queue(), c);
    }
}

static inline void wake_expired(void)
{
    if (timers()->count)
        wake_timers();
}

static void add_timer(double deadline, Coroutine *c)
{
    List *l = timers();
    uint32_t at = l->count;
    double other;
    Value ignored;
    while (at > 0 && timer_at(at - 1, &other, &ignored) && other > deadline)
        at--;
    Value pair[] = {from_num(deadline), from_ref(c)};
    list_insert(l, at, list_of(pair, 2));
}

static void remove_timers(Value c)
{
    double deadline;
    Value who;
    for (uint32_t i = timers()->count; i > 0; i--) {
        if (timer_at(i - 1, &deadline, &who) && who == c)
            list_remove(timers(), i - 1);
    }
}

Coroutine *take_next_or_sleep(void)
{
    for (;;) {
        wake_expired();
        Coroutine *next = take_next(run_queue());
        double deadline;
        Value c;
        if (next || timers()->count == 0)
            return next;
        if (timer_at(0, &deadline, &c))
            host_sleep(deadline - clock_now());
        else
            list_remove(timers(), 0);
    }
}

static void start_from_current(Coroutine *c) { set_slot(&c->o, SYM(parentCoroutine), from_ref(vm.coroutine)); }

Request switch_coroutine(Control *c, Coroutine *to, uint32_t state)
{
    if (!to->started)
        start_from_current(to);
    return switch_to(c, to, state);
}

Request park(Control *c, uint32_t state)
{
    Coroutine *current = vm.coroutine;
    unqueue(current);
    Coroutine *next = take_next_or_sleep();
    if (!next)
        return raise_request(c, "Scheduler: nothing left to resume so we are exiting");
    if (next != current)
        return switch_coroutine(c, next, state);
    c->f.pc = state;
    c->value = vm.nil;
    return ctl_prim(c)->control(c);
}

/* ---- Object ---- */

static Request missing(Control *c) { return raise_request(c, "%s requires an expression as argument", ctl_message(c)->name->text); }

static Coroutine *child(Control *c) { return coroutine_new(&vm.coroutine->o, ctl_arg(c, 0), ctl_locals(c), c->f.ctx); }

static Request coro_for(Control *c) { return ctl_argc(c) ? done(c, from_ref(child(c))) : missing(c); }

static Request coro_with(Control *c)
{
    if (!ctl_argc(c))
        return missing(c);
    Coroutine *made = child(c);
    set_slot(&made->o, SYM(runTarget), c->f.target);
    return done(c, from_ref(made));
}

static Request coro_do(Control *c)
{
    if (ctl_state(c))
        return done(c, c->op[0]);
    if (!ctl_argc(c))
        return missing(c);
    Coroutine *made = child(c);
    ctl_ops(c, 1);
    c->op[0] = from_ref(made);
    queue_first(vm.coroutine);
    return switch_coroutine(c, made, 1);
}

static Request coro_do_later(Control *c)
{
    if (!ctl_argc(c))
        return missing(c);
    Coroutine *made = child(c);
    queue_first(made);
    return done(c, from_ref(made));
}

/* The next one of the queue, the running one behind it; null if there is no other. */
static Coroutine *rotate(void)
{
    wake_expired();
    List *queue = run_queue();
    Coroutine *current = vm.coroutine, *next;
    if (queue->count == 0)
        return NULL;
    if (queue->count == 1 && (next = as_coroutine(resolve(list_at(queue, 0)))) && next->queued && !next->finished) {
        list_put(queue, 0, from_ref(current)); /* two that take turns */
        next->queued--;
        current->queued++;
    } else {
        queue_last(queue, from_ref(current));
        next = take_next(queue);
    }
    if (next == current)
        return NULL;
    if (!next->started)
        start_from_current(next);
    return next;
}

/* Lets the others run; the state is that in which it goes on. */
static Request yield_current(Control *c, uint32_t state)
{
    Coroutine *next = rotate();
    return next ? switch_to(c, next, state) : done(c, c->f.target);
}

static Request yield(Control *c) { return ctl_state(c) ? done(c, c->f.target) : yield_current(c, 1); }

static Request pause_current(Control *c) { return ctl_state(c) ? done(c, c->f.target) : park(c, 1); }

/* Operand: 0 the deadline. State 3: a wait of no time has yielded. */
static Request wait_seconds(Control *c)
{
    switch (ctl_state(c)) {
    case 0:
        return ctl_argc(c) ? eval_arg(c, 0, 1) : wrong_arg(c, 0, vm.nil, "Number");
    case 1: {
        Value v = ctl_value(c);
        if (!is_num(v))
            return wrong_arg(c, 0, v, "Number");
        ctl_ops(c, 1);
        if (!(num_of(v) > 0))
            return yield_current(c, 3);
        c->op[0] = from_num(clock_now() + num_of(v));
        break;
    }
    case 3:
        return done(c, c->f.target);
    default:
        if (clock_now() >= num_of(c->op[0]))
            return done(c, c->f.target);
        break;
    }
    add_timer(num_of(c->op[0]), vm.coroutine);
    return park(c, 2);
}

static Value current(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_ref(vm.coroutine);
}

static Prim object_prims[] = {
    TAKES_TURNS("yield", yield, rotate), SWITCHES("pause", pause_current), CONTROL("coroFor", coro_for), CONTROL("coroWith", coro_with), CONTROL("coroDo", coro_do),
    CONTROL("coroDoLater", coro_do_later), EAGER("currentCoro", current), CONTROL("wait", wait_seconds),
};

const Proto object_coroutines_proto = {"Object", NULL, K_ANY, false, TABLE(object_prims), NULL};

/* ---- Coroutine ---- */

static Coroutine *of(Value self) { return ref_of(self); }

static Value is_current(Value self, Args a)
{
    (void)a;
    return bool_value(of(self) == vm.coroutine);
}

static Value is_finished(Value self, Args a)
{
    (void)a;
    return bool_value(of(self)->finished);
}

static Value main_of(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_ref(main_coroutine());
}

static Value implementation(Value self, Args a)
{
    (void)self;
    (void)a;
    return text_value("frame-based");
}

static Value is_yielding(Value self, Args a)
{
    (void)a;
    return bool_value(is_queued(of(self)));
}

static Value resume_later(Value self, Args a)
{
    (void)a;
    queue_first(of(self));
    return self;
}

static Value recent_in_chain(Value self, Args a)
{
    (void)a;
    for (Coroutine *c = vm.coroutine; c; c = coroutine_living_parent(c)) {
        if (c == of(self))
            return from_ref(vm.coroutine);
    }
    Coroutine *recent = of(self);
    while (recent->last_started && recent->last_started->started)
        recent = recent->last_started;
    return recent->started ? from_ref(recent) : vm.nil;
}

static Value yielding_coros(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_ref(run_queue());
}

static Value set_yielding_coros(Value self, Args a)
{
    set_slot(PROTO(Scheduler), SYM(yieldingCoros), arg(a, 0));
    return self;
}

/* setResult sets `result`, and so on. */
static Value set_field(Value self, Args a)
{
    const char *name = a.message->name->text;
    char text[64];
    size_t length = strlen(name) - 3;
    if (length >= sizeof text)
        return self;
    memcpy(text, name + 3, length);
    text[0] = (char)(text[0] | 0x20);
    set_slot(object_of(self), symbol_of(text, length), arg(a, 0));
    return self;
}

static void trace_of(Value self, Buffer *b)
{
    Value e;
    if (get_slot(self, SYM(exception), &e) && e != vm.nil && is_ref(e))
        back_trace(object_of(e), b);
    else
        buffer_text(b, "  ---------\n  nothing on stack\n\n");
}

static Value back_trace_string(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    trace_of(self, &b);
    return from_ref(seq_from_buffer(&b));
}

static Value show_stack(Value self, Args a)
{
    (void)a;
    Buffer b = {0};
    trace_of(self, &b);
    emit(b.data, b.length);
    buffer_free(&b);
    return self;
}

static Value raw_signal(Value self, Args a)
{
    (void)self;
    return raise_exception(is_ref(arg(a, 0)) ? object_of(arg(a, 0)) : PROTO(Exception));
}

static Request resume(Control *c)
{
    Value v;
    if (ctl_state(c))
        return done(c, get_slot(c->f.target, SYM(result), &v) ? v : vm.nil);
    Coroutine *to = of(ctl_self(c));
    return to == vm.coroutine ? done(c, c->f.target) : switch_coroutine(c, to, 1);
}

static Request pause_self(Control *c)
{
    Coroutine *other = as_coroutine(ctl_self(c));
    if (ctl_state(c) || !other || other == vm.coroutine)
        return pause_current(c);
    unqueue(other);
    return done(c, c->f.target);
}

/* Switches to one; the current one is not queued. */
static Request hand_over(Control *c, Coroutine *to)
{
    if (to == vm.coroutine)
        return done(c, c->f.target);
    unqueue(vm.coroutine);
    unqueue(to);
    return switch_coroutine(c, to, 1);
}

static Request pause_current_and_resume(Control *c) { return ctl_state(c) ? done(c, c->f.target) : hand_over(c, of(ctl_self(c))); }

static Request yield_current_and_resume(Control *c)
{
    Coroutine *to = of(ctl_self(c));
    if (ctl_state(c) || to == vm.coroutine)
        return done(c, c->f.target);
    unqueue(to);
    queue_last(run_queue(), from_ref(vm.coroutine));
    return switch_coroutine(c, to, 1);
}

static Request resume_parent(Control *c)
{
    Coroutine *parent = coroutine_parent(of(ctl_self(c)));
    return ctl_state(c) || !parent ? done(c, c->f.target) : hand_over(c, parent);
}

static Request raise_in(Control *c)
{
    if (ctl_state(c) == 0)
        return ctl_argc(c) ? eval_arg(c, 0, 1) : done(c, c->f.target);
    if (is_num(ctl_value(c)))
        return done(c, c->f.target);
    if (of(ctl_self(c)) == vm.coroutine) {
        raise_exception(object_of(ctl_value(c)));
        return REQ_UNWIND;
    }
    coroutine_finish(of(ctl_self(c)), vm.nil, object_of(ctl_value(c)));
    return done(c, c->f.target);
}

/* The Calls a coroutine is in, the newest first; those of the library are left out. */
static Value call_stack(Value self, Args a)
{
    (void)a;
    List *calls = list_new(0);
    Coroutine *c = of(self);
    for (Frame *f = coroutine_top(c); f; f = coroutine_below(c, f)) {
        Locals *l = ref_of(f->ctx);
        if (f->kind != FRAME_ACTIVATION || (l->block->o.h.flags & F_OPAQUE))
            continue;
        Value call;
        list_append(calls, get_own(&l->o, SYM(call), &call) ? call : vm.nil);
    }
    return from_ref(calls);
}

static void make(Object *self)
{
    data(self, "type", text_value("Coroutine"));
    static const char *const nils[] = {"parentCoroutine", "result", "exception", "runTarget", "runLocals", "runMessage", "handlerStack", "debugWriteln"};
    for (size_t i = 0; i < sizeof nils / sizeof *nils; i++)
        data(self, nils[i], vm.nil);
    data(self, "inException", vm.no);
    data(self, "stackSize", from_num(0));
    data(self, "ignoredCoroutineMethodNames", list_of(NULL, 0));
}

static Prim prims[] = {
    EAGER("init", object_self), EAGER_ANY("currentCoroutine", current), EAGER("isCurrent", is_current), EAGER("isFinished", is_finished),
    EAGER("recentInChain", recent_in_chain), EAGER("isYielding", is_yielding), EAGER_ANY("main", main_of), EAGER_ANY("implementation", implementation),
    EAGER("resumeLater", resume_later), EAGER_ANY("yieldingCoros", yielding_coros), EAGER_ANY("setYieldingCoros", set_yielding_coros),
    EAGER("setRunTarget", set_field), EAGER("setRunLocals", set_field), EAGER("setRunMessage", set_field), EAGER("setParentCoroutine", set_field),
    EAGER("setResult", set_field), EAGER("setException", set_field), EAGER("setInException", set_field), EAGER("setRecentInChain", set_field),
    EAGER("setStackSize", set_field), EAGER("setHandlerStack", set_field), EAGER("backTraceString", back_trace_string), EAGER("showStack", show_stack),
    EAGER_ANY("rawSignalException", raw_signal), CONTROL("run", resume), CONTROL("resume", resume), TAKES_TURNS_ANY("yield", yield, rotate),
    SWITCHES_ANY("pause", pause_self), SWITCHES("pauseCurrentAndResumeSelf", pause_current_and_resume),
    SWITCHES("yieldCurrentAndResumeSelf", yield_current_and_resume), SWITCHES("resumeParentCoroutine", resume_parent), CONTROL("raiseException", raise_in),
    EAGER("callStack", call_stack),
};

const Proto coroutine_proto = {"Coroutine", NULL, K_COROUTINE, false, TABLE(prims), make};

/* ---- Scheduler ---- */

static Value set_timers(Value self, Args a)
{
    set_slot(object_of(self), SYM(timers), arg(a, 0));
    return self;
}

static Value scheduler_set_yielding(Value self, Args a)
{
    set_slot(object_of(self), SYM(yieldingCoros), arg(a, 0));
    return self;
}

static Value timer(Value self, Args a, bool relative)
{
    double time;
    Coroutine *c;
    if (!arg_num(a, 0, &time) || !(c = arg_kind(a, 1, K_COROUTINE)))
        return vm.unwind;
    remove_timers(from_ref(c));
    add_timer(relative ? clock_now() + time : time, c);
    return self;
}

static Value scheduler_add_timer(Value self, Args a) { return timer(self, a, true); }
static Value scheduler_add_timer_at(Value self, Args a) { return timer(self, a, false); }

static Value remove_timer_for(Value self, Args a)
{
    remove_timers(arg(a, 0));
    return self;
}

static Value wake_expired_timers(Value self, Args a)
{
    (void)a;
    wake_expired();
    return self;
}

static Value idle(Value self, Args a)
{
    (void)a;
    double deadline;
    Value c;
    if (timer_at(0, &deadline, &c))
        host_sleep(deadline - clock_now());
    wake_expired();
    return self;
}

static Request wait_for_all(Control *c)
{
    unqueue(vm.coroutine);
    wake_expired();
    if (run_queue()->count == 0 && timers()->count == 0)
        return done(c, c->f.target);
    Coroutine *next = take_next_or_sleep();
    if (!next)
        return done(c, c->f.target);
    queue_last(run_queue(), from_ref(vm.coroutine)); /* whoever yields finds its way back here */
    return switch_coroutine(c, next, 1);
}

static void make_scheduler(Object *self)
{
    data(self, "type", text_value("Scheduler"));
    data(self, "yieldingCoros", list_of(NULL, 0));
    data(self, "timers", list_of(NULL, 0));
}

static Prim scheduler_prims[] = {
    EAGER("setYieldingCoros", scheduler_set_yielding), EAGER("setTimers", set_timers), EAGER("currentCoroutine", current),
    EAGER("addTimer", scheduler_add_timer), EAGER("addTimerAt", scheduler_add_timer_at), EAGER("removeTimerFor", remove_timer_for),
    EAGER("wakeExpiredTimers", wake_expired_timers), EAGER("idleUntilNextTimer", idle), CONTROL("waitForCorosToComplete", wait_for_all),
};

const Proto scheduler_proto = {"Scheduler", NULL, K_ANY, false, TABLE(scheduler_prims), make_scheduler};
