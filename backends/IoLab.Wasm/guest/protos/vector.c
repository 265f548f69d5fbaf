/* Vector, and Sequence's arithmetic on items (io-language 5.3, 5.4). Loops over two float32 vectors are plain, for the compiler to use SIMD. */
#include <math.h>

#include "../core/functions.h"
#include "sequence.h"
#include "table.h"

static Seq *of(Value self) { return ref_of(self); }

typedef enum Op { OP_SUM, OP_DIFFERENCE, OP_PRODUCT, OP_QUOTIENT, OP_POWER } Op;

static double apply(Op op, double x, double y)
{
    switch (op) {
    case OP_SUM: return x + y;
    case OP_DIFFERENCE: return x - y;
    case OP_PRODUCT: return x * y;
    case OP_QUOTIENT: return x / y;
    default: return real_pow(x, y);
    }
}

static void floats(Op op, float *restrict x, const float *restrict y, uint32_t count)
{
    switch (op) {
    case OP_SUM:
        for (uint32_t i = 0; i < count; i++)
            x[i] += y[i];
        break;
    case OP_DIFFERENCE:
        for (uint32_t i = 0; i < count; i++)
            x[i] -= y[i];
        break;
    case OP_PRODUCT:
        for (uint32_t i = 0; i < count; i++)
            x[i] *= y[i];
        break;
    case OP_QUOTIENT:
        for (uint32_t i = 0; i < count; i++)
            x[i] /= y[i];
        break;
    default:
        for (uint32_t i = 0; i < count; i++)
            x[i] = (float)real_pow((double)x[i], (double)y[i]);
        break;
    }
}

/* Combines items in place; false if an exception is being raised. */
static bool combine(Seq *s, Op op, Args a)
{
    Value v = arg(a, 0);
    Seq *other = as_seq(v);
    if (s->encoding != ENC_NUMBER) {
        raise_error(a.message, "Io Assertion 'operation not valid on non-number encodings'");
        return false;
    }
    if (!other && !is_num(v)) {
        wrong_argument(a.message, 0, v, "Sequence or Number");
        return false;
    }
    if (is_num(v)) {
        for (uint32_t i = 0; i < s->count; i++)
            seq_put(s, i, apply(op, seq_get(s, i), num_of(v)));
        return true;
    }
    uint32_t count = s->count < other->count ? s->count : other->count;
    if (s == other)
        other = seq_slice(other, 0, other->count, true);
    if (s->type == ITEM_FLOAT32 && other->type == ITEM_FLOAT32) {
        if (count)
            floats(op, (float *)(void *)seq_data(s), (const float *)(const void *)seq_data(other), count);
        return true;
    }
    for (uint32_t i = 0; i < count; i++)
        seq_put(s, i, apply(op, seq_get(s, i), seq_get(other, i)));
    return true;
}

static Value combined(Value self, Args a, Op op)
{
    Seq *s = seq_slice(of(self), 0, of(self)->count, true);
    return combine(s, op, a) ? from_ref(s) : vm.unwind;
}

static Value combined_in_place(Value self, Args a, Op op)
{
    Seq *s = seq_to_change(self, a);
    return s && combine(s, op, a) ? self : vm.unwind;
}

static Value add(Value self, Args a) { return combined(self, a, OP_SUM); }
static Value subtract(Value self, Args a) { return combined(self, a, OP_DIFFERENCE); }
static Value multiply(Value self, Args a) { return combined(self, a, OP_PRODUCT); }
static Value divide(Value self, Args a) { return combined(self, a, OP_QUOTIENT); }
static Value power(Value self, Args a) { return combined(self, a, OP_POWER); }
static Value add_in_place(Value self, Args a) { return combined_in_place(self, a, OP_SUM); }
static Value subtract_in_place(Value self, Args a) { return combined_in_place(self, a, OP_DIFFERENCE); }
static Value multiply_in_place(Value self, Args a) { return combined_in_place(self, a, OP_PRODUCT); }
static Value divide_in_place(Value self, Args a) { return combined_in_place(self, a, OP_QUOTIENT); }
static Value power_in_place(Value self, Args a) { return combined_in_place(self, a, OP_POWER); }

/* ---- with another sequence, in place ---- */

#define PAIRWISE(name, expression) \
    static Value name(Value self, Args a) \
    { \
        Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL; \
        if (!other) \
            return vm.unwind; \
        for (uint32_t i = 0; i < s->count && i < other->count; i++) { \
            double x = seq_get(s, i), y = seq_get(other, i); \
            seq_put(s, i, expression); \
        } \
        return self; \
    }

PAIRWISE(lesser_items, x < y ? x : y)
PAIRWISE(greater_items, x > y ? x : y)
PAIRWISE(logical_or, x != 0 || y != 0)

typedef enum BitOp { BIT_AND, BIT_OR, BIT_XOR } BitOp;

static Value bitwise(Value self, Args a, BitOp op)
{
    Seq *s = seq_to_change(self, a), *other = s ? arg_seq(a, 0) : NULL;
    if (!other)
        return vm.unwind;
    if (other->type != s->type)
        other = seq_convert(other, (ItemType)s->type, (Encoding)s->encoding, true);
    uint8_t *x = seq_data(s);
    const uint8_t *y = seq_data(other);
    for (size_t i = 0; i < seq_bytes(s) && i < seq_bytes(other); i++)
        x[i] = (uint8_t)(op == BIT_AND ? x[i] & y[i] : op == BIT_OR ? x[i] | y[i] : x[i] ^ y[i]);
    s->symbol = NULL;
    return self;
}

static Value bitwise_and(Value self, Args a) { return bitwise(self, a, BIT_AND); }
static Value bitwise_or(Value self, Args a) { return bitwise(self, a, BIT_OR); }
static Value bitwise_xor(Value self, Args a) { return bitwise(self, a, BIT_XOR); }

static Value bitwise_not(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    if (!s)
        return vm.unwind;
    for (size_t i = 0; i < seq_bytes(s); i++)
        seq_data(s)[i] = (uint8_t)~seq_data(s)[i];
    s->symbol = NULL;
    return self;
}

/* ---- of each item, in place ---- */

/* What is no number has its sign set on every host, as arithmetic's has: its bits can be counted. */
static double settled(double x) { return x != x ? copysign(NAN, -1) : x; }

#define EACH_ITEM(name, expression) \
    static Value name(Value self, Args a) \
    { \
        Seq *s = seq_to_change(self, a); \
        if (!s) \
            return vm.unwind; \
        for (uint32_t i = 0; i < s->count; i++) { \
            double x = seq_get(s, i); \
            seq_put(s, i, settled(expression)); \
        } \
        return self; \
    }

EACH_ITEM(negate, -x)
EACH_ITEM(absolute, fabs(x))
EACH_ITEM(ceiling, ceil(x))
EACH_ITEM(floored, floor(x))
EACH_ITEM(square_root, sqrt(x))
EACH_ITEM(square, x * x)
EACH_ITEM(sine, real_sin(x))
EACH_ITEM(cosine, real_cos(x))
EACH_ITEM(tangent, real_tan(x))
EACH_ITEM(arc_sine, real_asin(x))
EACH_ITEM(arc_cosine, real_acos(x))
EACH_ITEM(arc_tangent, real_atan(x))
EACH_ITEM(hyperbolic_sine, sinh(x))
EACH_ITEM(hyperbolic_cosine, cosh(x))
EACH_ITEM(hyperbolic_tangent, tanh(x))
EACH_ITEM(logarithm, real_log(x))
EACH_ITEM(logarithm_10, real_log10(x))
EACH_ITEM(range_fill, ((void)x, (double)i))
EACH_ITEM(zero_items, ((void)x, 0))

/* The square of an item; of a float it is a float. */
static double squared(const Seq *s, uint32_t i)
{
    double x = seq_get(s, i);
    return s->type == ITEM_FLOAT32 ? (double)((float)x * (float)x) : x * x;
}

static Value normalize(Value self, Args a)
{
    Seq *s = seq_to_change(self, a);
    double length = 0;
    if (!s)
        return vm.unwind;
    for (uint32_t i = 0; i < s->count; i++)
        length += squared(s, i);
    length = sqrt(length);
    for (uint32_t i = 0; i < s->count; i++)
        seq_put(s, i, seq_get(s, i) / length);
    return self;
}

static Value fill(Value self, Args a, bool whole)
{
    double d;
    Seq *s = seq_to_change(self, a);
    if (!s || !arg_num(a, 0, &d))
        return vm.unwind;
    for (uint32_t i = 0; i < s->count; i++)
        seq_put(s, i, whole ? trunc(d) : d);
    return self;
}

static Value set_items_to_double(Value self, Args a) { return fill(self, a, false); }
static Value set_items_to_long(Value self, Args a) { return fill(self, a, true); }

/* ---- of all items ---- */

#define FOLD(name, start, step, end) \
    static Value name(Value self, Args a) \
    { \
        (void)a; \
        Seq *s = of(self); \
        double total = start; \
        for (uint32_t i = 0; i < s->count; i++) { \
            double x = seq_get(s, i); \
            total = step; \
        } \
        double count = s->count; \
        (void)count; \
        return from_raw_num(end); \
    }

FOLD(sum, 0, total + x, total)
FOLD(mean, 0, total + x, total / count)
FOLD(product, 1, total * x, total)
FOLD(least, 0, i == 0 || x < total || x != x ? x : total, total)
FOLD(greatest, 0, i == 0 || x > total || x != x ? x : total, total)
FOLD(mean_square, 0, total + ((void)x, squared(s, i)), total / count)
FOLD(root_mean_square, 0, total + ((void)x, squared(s, i)), sqrt(total / count))

/* As in C: what meets a float32 becomes one, but for a float64. */
static Value dot_product(Value self, Args a)
{
    Seq *s = of(self), *other = arg_seq(a, 0);
    double total = 0;
    if (!other)
        return vm.unwind;
    bool has_single = s->type == ITEM_FLOAT32 || other->type == ITEM_FLOAT32, has_double = s->type == ITEM_FLOAT64 || other->type == ITEM_FLOAT64;
    for (uint32_t i = 0; i < s->count && i < other->count; i++) {
        double x = seq_get(s, i), y = seq_get(other, i);
        total += has_single && !has_double ? (double)((float)x * (float)y) : x * y;
    }
    return from_raw_num(total);
}

static Value distance_to(Value self, Args a)
{
    Seq *s = of(self), *other = arg_seq(a, 0);
    double total = 0;
    if (!other)
        return vm.unwind;
    bool single = s->type == ITEM_FLOAT32 && other->type == ITEM_FLOAT32;
    for (uint32_t i = 0; i < s->count && i < other->count; i++) {
        double d = seq_get(s, i) - seq_get(other, i);
        total += single ? (double)((float)d * (float)d) : d * d;
    }
    return from_raw_num(sqrt(total));
}

/* ---- coordinates ---- */

static Value coordinate(Value self, uint32_t i) { return i < of(self)->count ? from_raw_num(seq_get(of(self), i)) : vm.nil; }

static Value x_of(Value self, Args a)
{
    (void)a;
    return coordinate(self, 0);
}

static Value y_of(Value self, Args a)
{
    (void)a;
    return coordinate(self, 1);
}

static Value z_of(Value self, Args a)
{
    (void)a;
    return coordinate(self, 2);
}

static Value put(Value self, Args a, uint32_t i, uint32_t from)
{
    double d;
    Seq *s = of(self);
    if (!seq_is_mutable(s))
        return raise_error(a.message, "'atPut' cannot be called on an immutable Sequence");
    if (!arg_num(a, from, &d))
        return vm.unwind;
    if (i >= s->count)
        seq_resize(s, i + 1);
    seq_put(s, i, d);
    return self;
}

static Value set_x(Value self, Args a) { return put(self, a, 0, 0); }
static Value set_y(Value self, Args a) { return put(self, a, 1, 0); }
static Value set_z(Value self, Args a) { return put(self, a, 2, 0); }

static Value set(Value self, Args a)
{
    Seq *s = seq_to_change_as(self, a, "atPut");
    if (!s)
        return vm.unwind;
    if (s->count < a.count)
        seq_resize(s, a.count);
    for (uint32_t i = 0; i < a.count; i++) {
        if (put(self, a, i, i) == vm.unwind)
            return vm.unwind;
    }
    return self;
}

/* vector(a, ...): a message of any object. */
static Value vector_of(Value self, Args a)
{
    (void)self;
    Seq *s = (Seq *)object_clone(PROTO(Vector));
    seq_resize(s, a.count);
    for (uint32_t i = 0; i < a.count; i++) {
        if (!is_num(arg(a, i)))
            return wrong_argument(message_new(symbol_of_text("append")), 0, arg(a, i), "Number");
        seq_put(s, i, num_of(arg(a, i)));
    }
    return from_ref(s);
}

static void make(Object *self)
{
    (void)self;
    data(PROTO(Vector), "type", text_value("Vector"));
}

static Prim prims[] = {
    EAGER("+", add), EAGER("-", subtract), EAGER("*", multiply), EAGER("/", divide), EAGER("**", power), EAGER("+=", add_in_place),
    EAGER("addEquals", add_in_place), EAGER("-=", subtract_in_place), EAGER("*=", multiply_in_place), EAGER("/=", divide_in_place),
    EAGER("**=", power_in_place), EAGER("Min", lesser_items), EAGER("Max", greater_items), EAGER("logicalOr", logical_or),
    EAGER("bitwiseAnd", bitwise_and), EAGER("bitwiseOr", bitwise_or), EAGER("bitwiseXor", bitwise_xor), EAGER("bitwiseNot", bitwise_not),
    EAGER("negate", negate), EAGER("abs", absolute), EAGER("ceil", ceiling), EAGER("floor", floored), EAGER("sqrt", square_root), EAGER("square", square),
    EAGER("sin", sine), EAGER("cos", cosine), EAGER("tan", tangent), EAGER("asin", arc_sine), EAGER("acos", arc_cosine), EAGER("atan", arc_tangent),
    EAGER("sinh", hyperbolic_sine), EAGER("cosh", hyperbolic_cosine), EAGER("tanh", hyperbolic_tangent), EAGER("log", logarithm),
    EAGER("log10", logarithm_10), EAGER("rangeFill", range_fill), EAGER("zero", zero_items), EAGER("normalize", normalize),
    EAGER("setItemsToDouble", set_items_to_double), EAGER("setItemsToLong", set_items_to_long), EAGER("sum", sum), EAGER("mean", mean),
    EAGER("product", product), EAGER("min", least), EAGER("max", greatest), EAGER("meanSquare", mean_square),
    EAGER("rootMeanSquare", root_mean_square), EAGER("dotProduct", dot_product), EAGER("distanceTo", distance_to), EAGER("x", x_of), EAGER("y", y_of),
    EAGER("z", z_of), EAGER("setX", set_x), EAGER("setY", set_y), EAGER("setZ", set_z), EAGER("set", set),
};

static Prim object_prims[] = {EAGER("vector", vector_of)};

const Proto vector_protos[] = {
    {"Sequence", NULL, K_SEQUENCE, false, TABLE(prims), make},
    {"Object", NULL, K_ANY, false, TABLE(object_prims), NULL},
};
