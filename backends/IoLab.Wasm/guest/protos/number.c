/* Number (io-language 5.2, 6). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/functions.h"
#include "../core/number.h"
#include "../exec/limits.h"
#include "../exec/unwind.h"
#include "table.h"

static double of(Value self) { return is_num(self) ? num_of(self) : num_of(((Data *)ref_of(self))->field[0]); }

static int32_t int32_of(double d) { return d > -2147483649.0 && d < 2147483648.0 ? (int32_t)d : INT32_MIN; }

/* Primitives of the receiver alone, and of one more number. */
#define UNARY(name, expression) \
    static Value name(Value self, Args a) \
    { \
        (void)a; \
        double x = of(self); \
        return expression; \
    }
#define BINARY(name, expression) \
    static Value name(Value self, Args a) \
    { \
        double x = of(self), y; \
        if (!arg_num(a, 0, &y)) \
            return vm.unwind; \
        return expression; \
    }

BINARY(add, from_num(x + y))
BINARY(subtract, from_num(x - y))
BINARY(multiply, from_num(x * y))
BINARY(divide, from_num(x / y))
BINARY(modulo, from_num(fmod(x, y)))
BINARY(power, from_num(real_pow(x, y)))
BINARY(minimum, from_num(x < y ? x : y))
BINARY(maximum, from_num(x > y ? x : y))
BINARY(bit_and, from_num(int32_of(x) & int32_of(y)))
BINARY(bit_or, from_num(int32_of(x) | int32_of(y)))
BINARY(bit_xor, from_num(int32_of(x) ^ int32_of(y)))
BINARY(shift_left, from_num((int32_t)((uint32_t)int32_of(x) << (int32_of(y) & 31))))
BINARY(shift_right, from_num(int32_of(x) >> (int32_of(y) & 31)))
BINARY(arc_tangent_2, from_num(real_atan2(x, y)))
UNARY(absolute, from_num(fabs(x)))
UNARY(negate, from_num(-x))
UNARY(squared, from_num(x * x))
UNARY(cubed, from_num(x * x * x))
UNARY(ceiling, from_num(ceil(x)))
UNARY(floored, from_num(floor(x)))
UNARY(rounded, from_num(x < 0 ? ceil(x - 0.5) : floor(x + 0.5)))
UNARY(round_down, from_num(floor(x + 0.5)))
UNARY(is_even, bool_value((int32_of(x) & 1) == 0))
UNARY(is_odd, bool_value((int32_of(x) & 1) != 0))
UNARY(is_nan, bool_value(x != x))
UNARY(toggle, from_num(x == 0))
UNARY(square_root, from_num(sqrt(x)))
UNARY(sine, from_num(real_sin(x)))
UNARY(cosine, from_num(real_cos(x)))
UNARY(tangent, from_num(real_tan(x)))
UNARY(arc_sine, from_num(real_asin(x)))
UNARY(arc_cosine, from_num(real_acos(x)))
UNARY(arc_tangent, from_num(real_atan(x)))
UNARY(exponential, from_num(real_exp(x)))
UNARY(logarithm_2, from_num(real_log2(x)))
UNARY(logarithm_10, from_num(real_log10(x)))
UNARY(complement, from_num(~int32_of(x)))

static Value logarithm(Value self, Args a)
{
    double base;
    if (a.count == 0)
        return from_num(real_log(of(self)));
    return arg_num(a, 0, &base) ? from_num(real_log(of(self)) / real_log(base)) : vm.unwind;
}

/* n (n - 1) (n - 2) ..., r factors. */
static double falling(double n, double r)
{
    double product = 1;
    for (double i = 0; i < r && !isinf(product); i++)
        product *= n - i;
    return product;
}

static Value factorial(Value self, Args a)
{
    (void)a;
    double n = trunc(of(self));
    return from_num(n < 0 ? INFINITY : n != n ? n : falling(n, n));
}

static Value permutations(Value self, Args a)
{
    double r;
    if (!arg_num(a, 0, &r))
        return vm.unwind;
    double n = trunc(of(self));
    r = trunc(r);
    return from_num(r >= 0 && r <= n ? falling(n, r) : 0);
}

static Value combinations(Value self, Args a)
{
    double r;
    if (!arg_num(a, 0, &r))
        return vm.unwind;
    double n = trunc(of(self)), product = 1;
    r = trunc(r);
    if (!(r >= 0 && r <= n))
        return from_num(0);
    if (r > n - r)
        r = n - r;
    for (double i = 1; i <= r && !isinf(product); i++)
        product = product * (n - r + i) / i;
    return from_num(product);
}

static bool two(Args a, double *low, double *high) { return arg_num(a, 0, low) && arg_num(a, 1, high); }

static Value between(Value self, Args a)
{
    double x = of(self), low, high;
    return two(a, &low, &high) ? bool_value((x >= low && x <= high) || (x <= low && x >= high)) : vm.unwind;
}

static Value clip(Value self, Args a)
{
    double x = of(self), low, high;
    if (!two(a, &low, &high))
        return vm.unwind;
    if (x < low)
        x = low;
    return from_num(x > high ? high : x);
}

static Value bit_at(Value self, Args a)
{
    double i;
    if (!arg_num(a, 0, &i))
        return vm.unwind;
    if (!(i > -1 && i < 64))
        return raise_error(a.message, "Io Assertion 'index out of bit bounds'");
    return from_num((double)((int64_t)of(self) >> (int)i & 1));
}

/* Operands: 0 the next index, 1 the last turn's value. */
static Request repeat(Control *c)
{
    double times = of(ctl_self(c));
    if (ctl_state(c) == 0) {
        if (ctl_argc(c) < 1)
            return raise_request(c, "[Number repeat] requires 1 arguments\n");
        ctl_ops(c, 2);
        c->op[0] = from_num(0);
    } else {
        if (!ctl_end_turn(c, 1))
            return done(c, c->value);
        c->op[0] = from_num(num_of(c->op[0]) + 1);
    }
    if (!(num_of(c->op[0]) < times))
        return done(c, c->op[1]);
    if (ctl_argc(c) > 1)
        ctl_set_local(c, ctl_arg(c, 0)->name, c->op[0]);
    return eval_arg(c, ctl_argc(c) > 1 ? 1 : 0, 1);
}

/* ---- characters ---- */

static int code(Value self)
{
    double d = of(self);
    return d > -1 && d < 128 ? (int)d : 0xFFFF;
}

static bool upper(int c) { return c >= 'A' && c <= 'Z'; }
static bool lower(int c) { return c >= 'a' && c <= 'z'; }
static bool digit(int c) { return c >= '0' && c <= '9'; }
static bool letter(int c) { return upper(c) || lower(c); }
static bool graph(int c) { return c > ' ' && c <= '~'; }

#define CHARACTER(name, expression) \
    static Value name(Value self, Args a) \
    { \
        (void)a; \
        int c = code(self); \
        return bool_value(expression); \
    }
CHARACTER(is_letter, letter(c))
CHARACTER(is_digit_code, digit(c))
CHARACTER(is_hex_digit, digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
CHARACTER(is_alphanumeric, letter(c) || digit(c))
CHARACTER(is_uppercase, upper(c))
CHARACTER(is_lowercase, lower(c))
CHARACTER(is_space, c == ' ' || (c >= '\t' && c <= '\r'))
CHARACTER(is_control, c < ' ' || c == 127)
CHARACTER(is_print, c == ' ' || graph(c))
CHARACTER(is_graph, graph(c))
CHARACTER(is_punctuation, graph(c) && !letter(c) && !digit(c))

static Value is_in_set(Value self, Args a)
{
    (void)a;
    int c = code(self);
    return bool_value(of(self) == floor(of(self)) && (letter(c) || digit(c)));
}

static Value as_uppercase(Value self, Args a)
{
    (void)a;
    return from_num(lower(code(self)) ? code(self) - 32 : trunc(of(self)));
}

static Value as_lowercase(Value self, Args a)
{
    (void)a;
    return from_num(upper(code(self)) ? code(self) + 32 : trunc(of(self)));
}

static Value as_character(Value self, Args a)
{
    (void)a;
    double d = of(self);
    if (!(d >= 0 && d <= 2147483647.0 && d == floor(d)))
        return vm.nil;
    Seq *s = d < 256 ? seq_new(ITEM_UINT8, ENC_ASCII, 1, true) : d < 65536 ? seq_new(ITEM_UINT16, ENC_UCS2, 1, true) : seq_new(ITEM_UINT32, ENC_UCS4, 1, true);
    seq_put(s, 0, d);
    return from_ref(s);
}

/* ---- texts: they may be changed ---- */

static Value mutable_text(const char *text, size_t length)
{
    Seq *s = seq_from_bytes(text, length);
    s->o.h.flags |= F_MUTABLE;
    return from_ref(s);
}


static Value plain(double d)
{
    char text[NUMBER_TEXT_MAX];
    return mutable_text(text, number_text(d, text));
}

static double magnitude(double d) { return d != d ? 0 : trunc(fabs(d)); }

static Value as_string(Value self, Args a)
{
    double width, decimals = 6;
    if (a.count == 0)
        return plain(of(self));
    if (!arg_num(a, 0, &width) || (a.count > 1 && !arg_num(a, 1, &decimals)))
        return vm.unwind;
    width = magnitude(width);
    decimals = magnitude(decimals);
    if (!(width + decimals < 100000000))
        return over_memory();
    char *text = malloc((size_t)(width + decimals) + 400);
    if (!text)
        return raise_error(a.message, "out of memory");
    size_t length = number_text_fixed(of(self), (int)width, (int)decimals, text);
    Value v = mutable_text(text, length);
    free(text);
    return v;
}

UNARY(as_json, plain(x))

/* Digits of the integer part of any size, filled up to groups. */
static Value digits(double d, int base, size_t group)
{
    char text[1200];
    size_t n = sizeof text, count = 0;
    bool negative = d <= -1 && isfinite(d);
    double rest = isfinite(d) ? floor(fabs(d)) : 0;
    do {
        double digit_value = fmod(rest, base);
        text[--n] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)digit_value];
        rest = (rest - digit_value) / base;
        count++;
    } while (rest >= 1 && n > 16);
    while (count % group) {
        text[--n] = '0';
        count++;
    }
    if (negative)
        text[--n] = '-';
    return from_ref(seq_from_bytes(text + n, sizeof text - n));
}

static bool base_of(Args a, int *base)
{
    double d;
    if (!arg_num(a, 0, &d))
        return false;
    if (d >= 2 && d < 37) {
        *base = (int)d;
        return true;
    }
    char text[NUMBER_TEXT_MAX];
    number_text(trunc(d), text);
    raise_error(a.message, "conversion to base %s not supported", text);
    return false;
}

static Value to_base(Value self, Args a)
{
    int base;
    return base_of(a, &base) ? digits(of(self), base, 1) : vm.unwind;
}

static Value to_base_whole_bytes(Value self, Args a)
{
    int base;
    size_t group = 1;
    if (!base_of(a, &base))
        return vm.unwind;
    for (int reach = base; reach < 256; reach *= base)
        group++;
    return digits(of(self), base, group);
}

UNARY(as_hex, digits(x, 16, 2))
UNARY(as_octal, digits(x, 8, 3))
UNARY(as_binary, digits(x, 2, 8))

static Value as_buffer(Value self, Args a)
{
    (void)a;
    double d = of(self);
    Seq *s = seq_new(ITEM_UINT8, ENC_ASCII, 8, true);
    memcpy(s->bytes->data, &d, 8);
    return from_ref(s);
}

static Value as_uint32_buffer(Value self, Args a)
{
    (void)a;
    uint32_t u = (uint32_t)whole_saturated(of(self));
    Seq *s = seq_new(ITEM_UINT8, ENC_ASCII, 4, true);
    memcpy(s->bytes->data, &u, 4);
    return from_ref(s);
}

static Seq *plain_string(Value self) { return plain_text(self, SYM(asString)); }
static Request as_simple_string(Control *c) { return tail_perform(c, ask_message(SYM(asString), NULL), c->f.target, ctl_locals(c)); }

static Value float_max(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(3.4028234663852886e38);
}

static Value float_min(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(1.1754943508222875e-38);
}

static Value int_max(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(2147483647);
}

static Value int_min(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(-2147483648.0);
}

static Value short_max(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(32767);
}

static Value short_min(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(-32768);
}

static Value unsigned_max(Value self, Args a)
{
    (void)self;
    (void)a;
    return from_num(4294967295.0);
}


static void make(Object *self)
{
    Object *constants = object_new(shape_of_clones(PROTO(Object)));
    data(constants, "pi", from_num(3.14159265358979323846));
    data(constants, "e", from_num(2.71828182845904523536));
    data(constants, "inf", from_num(INFINITY));
    data(constants, "nan", from_num(fabs(NAN)));
    data(self, "constants", from_ref(constants));
}

static Prim prims[] = {
    EAGER("+", add), EAGER("-", subtract), EAGER("*", multiply), EAGER("/", divide), EAGER("%", modulo), EAGER("mod", modulo), EAGER("**", power),
    EAGER("pow", power), EAGER("abs", absolute), EAGER("negate", negate), EAGER("squared", squared), EAGER("cubed", cubed), EAGER("ceil", ceiling),
    EAGER("floor", floored), EAGER("round", rounded), EAGER("roundDown", round_down), EAGER("min", minimum), EAGER("max", maximum),
    EAGER("between", between), EAGER("clip", clip), EAGER("minMax", clip), EAGER("isEven", is_even), EAGER("isOdd", is_odd), EAGER("isNan", is_nan),
    EAGER("toggle", toggle), CONTROL_TAKES("repeat", repeat, STOP_LOOP), EAGER("sqrt", square_root), EAGER("sin", sine), EAGER("cos", cosine),
    EAGER("tan", tangent), EAGER("asin", arc_sine), EAGER("acos", arc_cosine), EAGER("atan", arc_tangent), EAGER("atan2", arc_tangent_2),
    EAGER("exp", exponential), EAGER("log", logarithm), EAGER("log2", logarithm_2), EAGER("log10", logarithm_10), EAGER("factorial", factorial),
    EAGER("combinations", combinations), EAGER("permutations", permutations), EAGER("&", bit_and), EAGER("|", bit_or), EAGER("^", bit_xor),
    EAGER("<<", shift_left), EAGER(">>", shift_right), EAGER("bitwiseAnd", bit_and), EAGER("bitwiseOr", bit_or), EAGER("bitwiseXor", bit_xor),
    EAGER("bitwiseComplement", complement), EAGER("shiftLeft", shift_left), EAGER("shiftRight", shift_right), EAGER("at", bit_at),
    EAGER("asCharacter", as_character), EAGER("asLowercase", as_lowercase), EAGER("asUppercase", as_uppercase), EAGER("isAlphaNumeric", is_alphanumeric),
    EAGER("isControlCharacter", is_control), EAGER("isDigit", is_digit_code), EAGER("isGraph", is_graph), EAGER("isHexDigit", is_hex_digit),
    EAGER("isInASequenceSet", is_in_set), EAGER("isLetter", is_letter), EAGER("isLowercase", is_lowercase), EAGER("isPrint", is_print),
    EAGER("isPunctuation", is_punctuation), EAGER("isSpace", is_space), EAGER("isUppercase", is_uppercase), EAGER("asNumber", object_self),
    EAGER("asString", as_string), CONTROL_PLAIN("asSimpleString", as_simple_string, plain_string), EAGER("asJson", as_json), EAGER("asBinary", as_binary),
    EAGER("asHex", as_hex), EAGER("asOctal", as_octal), EAGER("toBase", to_base), EAGER("toBaseWholeBytes", to_base_whole_bytes),
    EAGER("asBuffer", as_buffer), EAGER("asUint32Buffer", as_uint32_buffer), EAGER("floatMax", float_max), EAGER("floatMin", float_min),
    EAGER("integerMax", int_max), EAGER("integerMin", int_min), EAGER("longMax", int_max), EAGER("longMin", int_min), EAGER("shortMax", short_max),
    EAGER("shortMin", short_min), EAGER("unsignedIntMax", unsigned_max), EAGER("unsignedLongMax", unsigned_max),
};

const Proto number_proto = {"Number", NULL, K_NUMBER, false, TABLE(prims), make};
