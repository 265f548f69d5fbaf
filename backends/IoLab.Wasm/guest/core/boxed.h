/* Numbers that are cells, for builds without IO_STEP_IMMEDIATES, or with small integers as the only immediates. A box is never written to again. Any word
   that is no cell is still the number with these bits: arrays begin with zeros. */
#ifndef IO_BOXED_H
#define IO_BOXED_H

#include <math.h>

#include "gc.h"

#if HAS_BOXED_NUMBERS

typedef struct Boxed {
    Cell h;
    double number;
} Boxed;

static inline bool is_num(Value v) { return !is_cell(v) || ((const Cell *)ref_of(v))->kind == K_BOXED; }
static inline bool is_ref(Value v) { return is_cell(v) && ((const Cell *)ref_of(v))->kind != K_BOXED; }
static inline double num_of(Value v) { return is_cell(v) ? ((const Boxed *)ref_of(v))->number : double_of_bits(v); }

/* An integer of 31 bits that is not minus zero? Without a conversion, which hosts guard against traps. */
static inline bool is_immediate(double d)
{
    return IO_STEP_IMMEDIATES == 1 && rint(d) == d && d >= -0x1p30 && d < 0x1p30 && bits_of_double(d) != bits_of_double(-0.0);
}

static inline Value from_num(double d)
{
    if (is_immediate(d))
        return bits_of_double(d);
    Boxed *box = gc_alloc_raw(sizeof *box, K_BOXED);
    box->number = d;
    return from_ref(box);
}

static inline Value from_raw_num(double d) { return from_num(d != d ? double_of_bits(CANONICAL_NAN) : d); }

static inline bool is_same(Value a, Value b)
{
    return a == b || (is_num(a) && is_num(b) && bits_of_double(num_of(a)) == bits_of_double(num_of(b)));
}

/* May so many numbers be made without calling the allocator? */
static inline bool has_room_for_numbers(size_t count) { return !IO_STEP_NURSERY || (size_t)(vm.alloc_end - vm.alloc_next) >= count * sizeof(Boxed); }

/* from_num where there is room. */
static inline Value from_num_in_room(double d)
{
    if (!IO_STEP_NURSERY || is_immediate(d))
        return from_num(d);
    Boxed *box = gc_alloc_in_room(sizeof *box, K_BOXED);
    box->number = d;
    return from_ref(box);
}

#else

static inline bool has_room_for_numbers(size_t count) { return (void)count, true; }
static inline Value from_num_in_room(double d) { return from_num(d); }

#endif

#endif
