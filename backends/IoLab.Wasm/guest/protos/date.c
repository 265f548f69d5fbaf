/* Date: a moment, and how long something takes (io-language 5.12). Dates are shown in UTC: there are no other zones. */
#include "date.h"

#include <math.h>

#include "../host/host.h"

static Value new_date(double seconds) { return set_seconds(new_data(K_DATE, "Date"), seconds); }

static double day_begin(double seconds) { return floor(seconds / 86400) * 86400; }

/* ---- the clock ---- */

/* Microseconds: so that asSerialization tells the same moment. */
static Value now(Value self, Args a)
{
    (void)a;
    return set_seconds(self, floor(clock_now() * 1e6) / 1e6);
}

static Value today(Value self, Args a)
{
    (void)self;
    (void)a;
    return new_date(day_begin(clock_now()));
}

static Value is_today(Value self, Args a)
{
    (void)a;
    return bool_value(day_begin(seconds_of(self)) == day_begin(clock_now()));
}

static Value is_past(Value self, Args a)
{
    (void)a;
    return bool_value(seconds_of(self) < clock_now());
}

/* The proto's moment is when the world began. */
static Value clock_of(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(clock_now() - seconds_of(from_ref(proto_named("Date"))));
}

/* Operand: 0 when it began. */
static Request seconds_to_run(Control *c)
{
    if (ctl_state(c))
        return done(c, from_num(clock_now() - num_of(c->op[0])));
    if (!ctl_argc(c))
        return raise_request(c, "[Date %s] requires 1 arguments\n", ctl_message(c)->name->text);
    ctl_ops(c, 1);
    c->op[0] = from_num(clock_now());
    return eval_arg(c, 0, 1);
}

/* ---- arithmetic ---- */

static Value as_number(Value self, Args a)
{
    (void)a;
    return from_num(seconds_of(self));
}

static Value from_number(Value self, Args a)
{
    double d;
    return arg_num(a, 0, &d) ? set_seconds(self, d) : vm.unwind;
}

static Value copy(Value self, Args a) { return arg_kind(a, 0, K_DATE) ? set_seconds(self, seconds_of(arg(a, 0))) : vm.unwind; }

static Value seconds_since(Value self, Args a)
{
    return arg_kind(a, 0, K_DATE) ? from_num(seconds_of(self) - seconds_of(arg(a, 0))) : vm.unwind;
}

static Value seconds_since_now(Value self, Args a)
{
    (void)a;
    return from_num(clock_now() - seconds_of(self));
}

static Value plus(Value self, Args a)
{
    return arg_kind(a, 0, K_DURATION) ? new_date(seconds_of(self) + seconds_of(arg(a, 0))) : vm.unwind;
}

static Value minus(Value self, Args a)
{
    Value other = arg(a, 0);
    if (is_kind(other, K_DATE))
        return set_seconds(new_data(K_DURATION, "Duration"), seconds_of(self) - seconds_of(other));
    return is_kind(other, K_DURATION) ? new_date(seconds_of(self) - seconds_of(other)) : vm.nil;
}

static Value move_on(Value self, Args a)
{
    return arg_kind(a, 0, K_DURATION) ? set_seconds(self, seconds_of(self) + seconds_of(arg(a, 0))) : vm.unwind;
}

static Value move_back(Value self, Args a)
{
    return arg_kind(a, 0, K_DURATION) ? set_seconds(self, seconds_of(self) - seconds_of(arg(a, 0))) : vm.unwind;
}

/* ---- texts and bytes ---- */

static Value formatted(Value self, const char *format, size_t length)
{
    Buffer text = {0};
    format_time(&text, format, length, whole_seconds(seconds_of(self)));
    return from_ref(seq_from_buffer(&text));
}

static Value as_string(Value self, Args a)
{
    static const char usual[] = "%Y-%m-%d %H:%M:%S %Z";
    Seq *format = NULL;
    Value slot;
    if (a.count) {
        if (!(format = arg_seq(a, 0)))
            return vm.unwind;
    } else if (get_slot(self, symbol_of_text("format"), &slot)) {
        format = as_seq(resolve(slot));
    }
    if (!format)
        return formatted(self, usual, sizeof usual - 1);
    Text t = seq_utf8(format);
    Value text = formatted(self, t.data, t.length);
    text_free(&t);
    return text;
}

static Value as_atom_date(Value self, Args a)
{
    static const char atom[] = "%Y-%m-%dT%H:%M:%S+00:00";
    (void)a;
    return formatted(self, atom, sizeof atom - 1);
}

static Value from_string(Value self, Args a)
{
    if (a.count < 2)
        return raise_error(a.message, "[Date fromString] requires 2 arguments\n");
    Seq *format = arg_seq(a, 1), *given = format ? arg_seq(a, 0) : NULL;
    if (!given)
        return vm.unwind;
    Text text = seq_utf8(given), directives = seq_utf8(format);
    int64_t seconds;
    if (parse_time(text, directives, &seconds))
        set_seconds(self, (double)seconds);
    text_free(&text);
    text_free(&directives);
    return self;
}

/* Four items: the low half of the whole seconds, microseconds, the high half, 0. */
static Value as_serialization(Value self, Args a)
{
    (void)a;
    double seconds = seconds_of(self);
    int64_t whole = whole_seconds(seconds);
    double fraction = nearbyint((seconds - floor(seconds)) * 1e6);
    Seq *s = seq_new(ITEM_INT32, ENC_NUMBER, 4, true);
    seq_put(s, 0, (int32_t)(uint32_t)(uint64_t)whole);
    seq_put(s, 1, fraction == fraction ? fraction : 0);
    seq_put(s, 2, (double)(whole >> 32));
    return from_ref(s);
}

static Value from_serialization(Value self, Args a)
{
    Seq *s = as_seq(arg(a, 0));
    if (!s || s->type != ITEM_INT32 || s->count != 4)
        return raise_error(a.message, "Expected a serialization sequence comprising 4 int32 items.");
    int64_t whole = (int64_t)((uint64_t)(int64_t)seq_get(s, 2) << 32 | (uint32_t)(int32_t)seq_get(s, 0));
    return set_seconds(self, (double)whole + seq_get(s, 1) / 1e6);
}

/* ---- zones: there is one ---- */

static Value zone(Value self, Args a)
{
    (void)self;
    (void)a;
    return text_value("UTC");
}

static Value offset_text(Value self, Args a)
{
    (void)self;
    (void)a;
    return text_value("+0000");
}

static Value offset_seconds(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(0);
}

static Value is_summer(Value self, Args a)
{
    (void)self;
    (void)a;
    return vm.no;
}

static Value same(Value self, Args a)
{
    (void)a;
    return self;
}

static Value same_given_number(Value self, Args a)
{
    double d;
    return arg_num(a, 0, &d) ? self : vm.unwind;
}

static void make(Object *self)
{
    set_seconds(from_ref(self), 0);
    data(self, "format", text_value("%Y-%m-%d %H:%M:%S %Z"));
}

static Prim prims[] = {
    EAGER("now", now), EAGER("today", today), EAGER("isToday", is_today), EAGER("isPast", is_past), EAGER("clock", clock_of),
    CONTROL_ANY("secondsToRun", seconds_to_run), CONTROL_ANY("cpuSecondsToRun", seconds_to_run),
    EAGER("asNumber", as_number), EAGER("fromNumber", from_number), EAGER("copy", copy), EAGER("secondsSince", seconds_since),
    EAGER("secondsSinceNow", seconds_since_now), EAGER("+", plus), EAGER("-", minus), EAGER("+=", move_on), EAGER("-=", move_back),
    EAGER("asString", as_string), EAGER("asAtomDate", as_atom_date), EAGER("fromString", from_string), EAGER("asSerialization", as_serialization),
    EAGER("fromSerialization", from_serialization),
    EAGER("zone", zone), EAGER("gmtOffset", offset_text), EAGER("gmtOffsetSeconds", offset_seconds), EAGER("isDST", is_summer),
    EAGER("isDaylightSavingsTime", is_summer), EAGER("convertToLocal", same), EAGER("convertToUTC", same), EAGER("setToUTC", same),
    EAGER("setGmtOffset", same_given_number), EAGER("convertToZone", same_given_number),
};

const Proto date_proto = {"Date", NULL, K_DATE, false, TABLE(prims), make};
