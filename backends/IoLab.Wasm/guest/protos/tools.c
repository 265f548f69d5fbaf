/* Collector, Debugger, Profiler: their settings mean nothing and nothing stands behind them (io-language 5.18), but Collector collect collects. */
#include "table.h"

static Value empty_list(Value self, Args a)
{
    (void)self;
    (void)a;
    return list_of(NULL, 0);
}

static Value nothing(Value self, Args a)
{
    (void)self;
    (void)a;
    return vm.nil;
}

/* ---- Collector ---- */

static Request collector_collect(Control *c) { return ctl_state(c) ? done(c, from_num(gc_last_freed())) : collect(c, 1); }

static Value set_number(Value self, Args a, const char *slot, bool single)
{
    double d;
    if (!arg_num(a, 0, &d))
        return vm.unwind;
    if (is_ref(self))
        set_slot_of(self, symbol_of_text(slot), from_num(single ? (double)(float)d : d));
    return self;
}

static Value set_marks(Value self, Args a) { return set_number(self, a, "marksPerAlloc", false); }
static Value set_step(Value self, Args a) { return set_number(self, a, "allocatedStep", true); }
static Value set_sweep(Value self, Args a) { return set_number(self, a, "allocsPerSweep", false); }

static void make_collector(Object *self)
{
    data(self, "type", text_value("Collector"));
    data(self, "marksPerAlloc", from_num(2));
    data(self, "allocatedStep", from_num(1.1f));
    data(self, "allocsPerSweep", from_num(10000));
    data(self, "maxAllocatedBytes", from_num(0));
    data(self, "timeUsed", from_num(0));
}

static Prim collector_prims[] = {
    CONTROL("collect", collector_collect), EAGER("setMarksPerAlloc", set_marks), EAGER("setAllocatedStep", set_step),
    EAGER("setAllocsPerSweep", set_sweep), EAGER("allObjects", empty_list), EAGER("dirtyObjects", empty_list), EAGER("objectWithUniqueId", nothing),
    EAGER("check", object_self), EAGER("checkMemory", object_self), EAGER("checkObjectPointers", object_self), EAGER("cleanAllObjects", object_self),
    EAGER("resetMaxAllocatedBytes", object_self), EAGER("setDebug", object_self), EAGER("setSafeModeOn", object_self), EAGER("showStats", object_self),
};

/* ---- Debugger, Profiler ---- */

static void make_debugger(Object *self)
{
    data(self, "type", text_value("Debugger"));
    data(self, "debuggerCoroutine", from_ref(object_clone(PROTO(Coroutine))));
}

static Prim debugger_prims[] = {EAGER("start", object_self), EAGER("vmWillSendMessage", object_self)};

static void show_profile(void)
{
    static const char text[] = "\nProfile:\n  sample size to small\n\n";
    emit(text, sizeof text - 1);
}

static Value show(Value self, Args a)
{
    show_profile();
    return nothing(self, a);
}

static Request profile(Control *c)
{
    if (ctl_state(c) == 0 && ctl_argc(c))
        return eval_arg(c, 0, 1);
    show_profile();
    return done(c, vm.nil);
}

static void make_profiler(Object *self) { data(self, "type", text_value("Profiler")); }

static Prim profiler_prims[] = {
    EAGER("start", object_self), EAGER("stop", object_self), EAGER("reset", object_self), EAGER("timedObjects", empty_list), EAGER("show", show),
    CONTROL("profile", profile),
};

/* ---- WeakLink ---- */

static Value set_link(Value self, Args a)
{
    Data *d = ref_of(self);
    d->field[0] = arg(a, 0);
    gc_wrote(d);
    return self;
}

static Value get_link(Value self, Args a)
{
    (void)a;
    return ((Data *)ref_of(self))->field[0];
}

static Prim weak_link_prims[] = {EAGER("setLink", set_link), EAGER("link", get_link)};

const Proto tools_protos[] = {
    {"Collector", NULL, K_ANY, false, TABLE(collector_prims), make_collector},
    {"Debugger", NULL, K_ANY, false, TABLE(debugger_prims), make_debugger},
    {"Profiler", NULL, K_ANY, false, TABLE(profiler_prims), make_profiler},
    {"WeakLink", NULL, K_WEAKLINK, false, TABLE(weak_link_prims), NULL},
};
