/* A value is one 64-bit word: a double, or the address of a cell. The only file that knows the encoding, with boxed.h, which takes its place in builds in
   which numbers may be cells. */
#ifndef IO_VALUE_H
#define IO_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "steps.h"

typedef uint64_t Value;

/* Of functions that what is hot calls rarely: the compiler shall not put them into it. */
#define RARE __attribute__((noinline, cold))

/* Every bit pattern below is a double; no operation on canonical doubles makes a NaN above. */
#define VALUE_TAG 0xFFFC000000000000ull

/* Is it the address of a cell? What collector and barriers ask; whoever wants to know whether it is an object asks is_ref. */
static inline bool is_cell(Value v) { return v >= VALUE_TAG; }

static inline Value from_ref(const void *cell) { return VALUE_TAG | (Value)(uintptr_t)cell; }

static inline void *ref_of(Value v)
{
#if UINTPTR_MAX == 0xFFFFFFFFu
    return (void *)(uintptr_t)(uint32_t)v;
#else
    return (void *)(uintptr_t)(v & 0x0000FFFFFFFFFFFFull);
#endif
}

/* The bits of a double. */
static inline uint64_t bits_of_double(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static inline double double_of_bits(uint64_t bits)
{
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

#define CANONICAL_NAN 0x7FF8000000000000ull
#define HAS_BOXED_NUMBERS (IO_STEP_IMMEDIATES < 2)

/* In other builds boxed.h defines these. */
#if !HAS_BOXED_NUMBERS
/* A number, or else an object. */
static inline bool is_num(Value v) { return v < VALUE_TAG; }
static inline bool is_ref(Value v) { return v >= VALUE_TAG; }
static inline double num_of(Value v) { return double_of_bits(v); }
/* The double may be any that arithmetic produced; for raw bytes use from_raw_num. */
static inline Value from_num(double d) { return bits_of_double(d); }
/* As from_num, for doubles whose bits came from outside. */
static inline Value from_raw_num(double d) { return d != d ? CANONICAL_NAN : from_num(d); }
/* The very same object, or the same number to the last bit. */
static inline bool is_same(Value a, Value b) { return a == b; }
#endif

#endif
