/* Date: a moment, and how long something takes (io-language 5.12). Calendar parts and texts are still missing. */
#include "../host/host.h"
#include "table.h"

static Data *of(Value self) { return ref_of(self); }

static Value now(Value self, Args a)
{
    (void)a;
    of(self)->field[0] = from_num(clock_now());
    return self;
}

static Value as_number(Value self, Args a)
{
    (void)a;
    return of(self)->field[0];
}

static Value from_number(Value self, Args a)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    of(self)->field[0] = from_num(d);
    return self;
}

static Value seconds_since(Value self, Args a)
{
    Data *other = arg_kind(a, 0, K_DATE);
    return other ? from_num(num_of(of(self)->field[0]) - num_of(other->field[0])) : vm.unwind;
}

static Value seconds_since_now(Value self, Args a)
{
    (void)a;
    return from_num(clock_now() - num_of(of(self)->field[0]));
}

/* Operand: 0 when it began. */
static Request seconds_to_run(Control *c)
{
    if (ctl_state(c))
        return done(c, from_num(host_monotonic() - num_of(c->op[0])));
    if (!ctl_argc(c))
        return raise_request(c, "%s requires an expression as argument", ctl_message(c)->name->text);
    ctl_ops(c, 1);
    c->op[0] = from_num(host_monotonic());
    return eval_arg(c, 0, 1);
}

static Value clock_of(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(host_monotonic());
}

static void make(Object *self)
{
    ((Data *)self)->field[0] = from_num(0);
    data(self, "type", text_value("Date"));
}

static Prim prims[] = {
    EAGER("now", now), EAGER("asNumber", as_number), EAGER("fromNumber", from_number), EAGER("secondsSince", seconds_since),
    EAGER("secondsSinceNow", seconds_since_now), CONTROL_ANY("secondsToRun", seconds_to_run), CONTROL_ANY("cpuSecondsToRun", seconds_to_run),
    EAGER("clock", clock_of),
};

const Proto date_proto = {"Date", NULL, K_DATE, false, TABLE(prims), make};
