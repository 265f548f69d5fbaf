/* nil, true and false. Slots that are plain values leave their arguments unevaluated. */
#include "table.h"

static Request need_argument(Control *c) { return raise_request(c, "Io Assertion 'argument required'"); }

static Request run(Control *c, Value result)
{
    if (ctl_state(c))
        return done(c, result);
    return ctl_argc(c) ? eval_arg(c, 0, 1) : need_argument(c);
}

static Request run_and_self(Control *c) { return run(c, c->f.target); }
static Request run_and_nil(Control *c) { return run(c, vm.nil); }
static Request run_argument(Control *c) { return ctl_argc(c) ? tail_arg(c, 0) : need_argument(c); }

static void named(Object *self, const char *name)
{
    data(self, "type", text_value(name));
    data(self, "asString", text_value(name));
    data(self, "asSimpleString", text_value(name));
}

static void make_nil(Object *self)
{
    named(self, "nil");
    data(self, "clone", vm.nil);
    data(self, "asJson", text_value("null"));
    data(self, "isNil", vm.yes);
    data(self, "isTrue", vm.no);
    data(self, "not", vm.yes);
    data(self, "and", vm.no);
    static const char *const nils[] = {"ifNonNil", "ifNonNilEval", "then", "else", "elseif", "catch", "pass"};
    for (size_t i = 0; i < sizeof nils / sizeof *nils; i++)
        data(self, nils[i], vm.nil);
}

static void make_true(Object *self)
{
    named(self, "true");
    data(self, "clone", vm.yes);
    data(self, "asJson", text_value("true"));
    data(self, "not", vm.no);
    static const char *const trues[] = {"or", "ifFalse", "else", "elseif"};
    for (size_t i = 0; i < sizeof trues / sizeof *trues; i++)
        data(self, trues[i], vm.yes);
}

static void make_false(Object *self)
{
    named(self, "false");
    data(self, "clone", vm.no);
    data(self, "asJson", text_value("false"));
    data(self, "isTrue", vm.no);
    data(self, "not", vm.yes);
    static const char *const falses[] = {"and", "ifTrue", "then"};
    for (size_t i = 0; i < sizeof falses / sizeof *falses; i++)
        data(self, falses[i], vm.no);
}

static Prim nil_prims[] = {
    CONTROL_TAKES("or", control_and, STOP_LOCAL),
    CONTROL("ifNil", run_and_self),
    CONTROL("ifNilEval", run_argument),
};

static Prim true_prims[] = {
    CONTROL("ifTrue", run_and_self),
    CONTROL("then", run_and_nil),
};

static Prim false_prims[] = {
    CONTROL_TAKES("or", control_and, STOP_LOCAL),
    CONTROL("ifFalse", run_and_self),
    CONTROL("else", run_and_nil),
    CONTROL("elseif", control_if),
};

const Proto nil_proto = {"nil", NULL, K_ANY, false, TABLE(nil_prims), make_nil};
const Proto true_proto = {"true", NULL, K_ANY, false, TABLE(true_prims), make_true};
const Proto false_proto = {"false", NULL, K_ANY, false, TABLE(false_prims), make_false};
