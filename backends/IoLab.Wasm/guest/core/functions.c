/* The C library's result is right but for its last digits. It decides what is special (zeros, infinities, no number, what is too large or too small), and
   is what the iterations start from; then everything is calculated with pairs of doubles, 106 bits, and rounded once. */
#include "functions.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

/* The sum of two doubles, of which the second is at most half a unit in the last place of the first. */
typedef struct Pair {
    double hi, lo;
} Pair;

static Pair sum_of(double a, double b)
{
    double s = a + b, t = s - a;
    return (Pair){s, (a - (s - t)) + (b - t)};
}

/* The same when a is not smaller than b. */
static Pair ordered_sum(double a, double b)
{
    double s = a + b;
    return (Pair){s, b - (s - a)};
}

static Pair product_of(double a, double b)
{
    const double split = 134217729.0; /* 2^27 + 1 */
    double p = a * b, t = split * a, ah = t - (t - a), al = a - ah;
    t = split * b;
    double bh = t - (t - b), bl = b - bh;
    return (Pair){p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

static Pair pair_of(double a) { return (Pair){a, 0}; }
static Pair negated(Pair a) { return (Pair){-a.hi, -a.lo}; }

static Pair plus(Pair a, Pair b)
{
    Pair s = sum_of(a.hi, b.hi), t = sum_of(a.lo, b.lo);
    s = ordered_sum(s.hi, s.lo + t.hi);
    return ordered_sum(s.hi, s.lo + t.lo);
}

static Pair minus(Pair a, Pair b) { return plus(a, negated(b)); }

static Pair times(Pair a, Pair b)
{
    Pair p = product_of(a.hi, b.hi);
    return ordered_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

static Pair times_number(Pair a, double b)
{
    Pair p = product_of(a.hi, b);
    return ordered_sum(p.hi, p.lo + a.lo * b);
}

static Pair over(Pair a, Pair b)
{
    double q = a.hi / b.hi;
    Pair left = minus(a, times_number(b, q));
    double r = left.hi / b.hi;
    left = minus(left, times_number(b, r));
    return plus(ordered_sum(q, r), pair_of(left.hi / b.hi));
}

static Pair root_of(Pair a)
{
    if (a.hi <= 0)
        return pair_of(0);
    double r = sqrt(a.hi);
    Pair left = minus(a, product_of(r, r));
    return ordered_sum(r, left.hi / (2 * r));
}

static bool is_ordinary(double d) { return isnormal(d); }

/* ---- exponential and logarithm ---- */

static const Pair ln_2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
static const Pair per_ln_2 = {0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};
static const Pair per_ln_10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};

/* e^x; the power of two is apart, so that nothing is rounded twice. */
static Pair exp_of(Pair x, int *power)
{
    enum { HALVINGS = 9, TERMS = 10 };
    double k = nearbyint(x.hi * per_ln_2.hi);
    Pair r = minus(x, times_number(ln_2, k)), sum = pair_of(0);
    r = (Pair){ldexp(r.hi, -HALVINGS), ldexp(r.lo, -HALVINGS)};
    for (int n = TERMS; n > 0; n--) /* e^r - 1 = r (1 + r/2 (1 + r/3 ...)) */
        sum = times(over(r, pair_of(n)), plus(pair_of(1), sum));
    for (int i = 0; i < HALVINGS; i++)
        sum = plus((Pair){2 * sum.hi, 2 * sum.lo}, times(sum, sum));
    *power = (int)k;
    return plus(pair_of(1), sum);
}

/* ln x of what is positive and finite; guess is nearly that. */
static Pair log_of(double x, double guess)
{
    if (x > 0.9 && x < 1.1) { /* 2 artanh((x - 1) / (x + 1)) */
        Pair s = over(sum_of(x, -1), sum_of(x, 1)), square = times(s, s), sum = pair_of(0);
        for (int n = 27; n > 1; n -= 2)
            sum = times(square, plus(over(pair_of(1), pair_of(n)), sum));
        Pair half = plus(s, times(s, sum));
        return (Pair){2 * half.hi, 2 * half.lo};
    }
    int power;
    Pair inverse = exp_of(pair_of(-guess), &power);
    double scaled = ldexp(x, power); /* x / e^guess is nearly 1 */
    return plus(pair_of(guess), minus(times_number(inverse, scaled), pair_of(1)));
}

static double scaled(Pair value, int power) { return ldexp(value.hi, power); }

double real_exp(double x)
{
    double guess = exp(x);
    if (!is_ordinary(guess) || guess == 1)
        return guess;
    int power;
    Pair value = exp_of(pair_of(x), &power);
    return scaled(value, power);
}

double real_log(double x)
{
    double guess = log(x);
    return is_ordinary(guess) && is_ordinary(x) ? log_of(x, guess).hi : guess;
}

double real_log2(double x)
{
    double guess = log2(x);
    return is_ordinary(guess) && is_ordinary(x) ? times(log_of(x, log(x)), per_ln_2).hi : guess;
}

double real_log10(double x)
{
    double guess = log10(x);
    return is_ordinary(guess) && is_ordinary(x) ? times(log_of(x, log(x)), per_ln_10).hi : guess;
}

double real_pow(double x, double y)
{
    double guess = pow(x, y);
    if (!is_ordinary(guess) || !is_ordinary(x) || fabs(guess) == 1 || y == 1)
        return guess;
    if (y == 2)
        return x * x;
    int power;
    Pair value = exp_of(times_number(log_of(fabs(x), log(fabs(x))), y), &power);
    return copysign(scaled(value, power), guess);
}

/* ---- angles ---- */

enum { MOST_TURNS = 1 << 20 };

/* Sine and cosine of the rest of an angle that is no multiple of a quarter turn; answers which quarter it is in. */
static int sin_cos(double x, Pair *sine, Pair *cosine)
{
    /* A quarter turn in pieces, of which all but the last can be multiplied by the number of turns without rounding. */
    static const double quarter[] = {0x1.921fb54000000p+0, 0x1.10b4611800000p-30, 0x1.313198a000000p-61, 0x1.701b839800000p-92, 0x1.129024e088a68p-123};
    double turns = nearbyint(x * 0x1.45f306dc9c883p-1);
    Pair r = pair_of(x);
    for (int i = 0; i < 5; i++)
        r = minus(r, product_of(quarter[i], turns));
    Pair square = times(r, r), s = pair_of(0), c = pair_of(0);
    for (int n = 28; n > 1; n -= 2) {
        s = negated(times(over(square, pair_of((double)n * (n + 1))), plus(pair_of(1), s)));
        c = negated(times(over(square, pair_of((double)n * (n - 1))), plus(pair_of(1), c)));
    }
    *sine = plus(r, times(r, s));
    *cosine = plus(pair_of(1), c);
    return (int)((int64_t)turns & 3);
}

static bool is_reducible(double x) { return is_ordinary(x) && fabs(x) < MOST_TURNS; }

/* Of any angle. */
static void full_sin_cos(double x, Pair *sine, Pair *cosine)
{
    Pair s, c;
    switch (sin_cos(x, &s, &c)) {
    case 0: *sine = s; *cosine = c; break;
    case 1: *sine = c; *cosine = negated(s); break;
    case 2: *sine = negated(s); *cosine = negated(c); break;
    default: *sine = negated(c); *cosine = s; break;
    }
}

double real_sin(double x)
{
    if (!is_reducible(x))
        return sin(x);
    Pair s, c;
    full_sin_cos(x, &s, &c);
    return s.hi;
}

double real_cos(double x)
{
    if (!is_reducible(x))
        return cos(x);
    Pair s, c;
    full_sin_cos(x, &s, &c);
    return c.hi;
}

double real_tan(double x)
{
    if (!is_reducible(x))
        return tan(x);
    Pair s, c;
    full_sin_cos(x, &s, &c);
    return over(s, c).hi;
}

/* The angle at the point (x, y), of which guess is nearly that: the sine of the difference is its size. */
static double angle_at(Pair y, Pair x, double guess)
{
    Pair s, c;
    full_sin_cos(guess, &s, &c);
    Pair difference = over(minus(times(y, c), times(x, s)), plus(times(x, c), times(y, s)));
    return plus(pair_of(guess), difference).hi;
}

/* What remains to one when the square is taken away, as a root. */
static Pair leg(double x) { return root_of(times(sum_of(1, -x), sum_of(1, x))); }

double real_asin(double x)
{
    double guess = asin(x);
    return is_ordinary(guess) && fabs(guess) > 0x1p-26 ? angle_at(pair_of(x), leg(x), guess) : guess;
}

double real_acos(double x)
{
    double guess = acos(x);
    return is_ordinary(guess) ? angle_at(leg(x), pair_of(x), guess) : guess;
}

double real_atan(double x)
{
    double guess = atan(x);
    return is_ordinary(guess) && fabs(x) < 0x1p+60 && fabs(x) > 0x1p-26 ? angle_at(pair_of(x), pair_of(1), guess) : guess;
}

double real_atan2(double y, double x)
{
    double guess = atan2(y, x), size = fmax(fabs(x), fabs(y)), least = fmin(fabs(x), fabs(y));
    bool is_scalable = least > 0x1p-400 && size < 0x1p+400 && is_ordinary(guess) && fabs(guess) > 0x1p-300;
    return is_scalable ? angle_at(pair_of(y), pair_of(x), guess) : guess;
}
