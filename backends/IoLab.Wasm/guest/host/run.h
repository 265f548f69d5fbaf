/* Runs programs and says what came of it. */
#ifndef IO_RUN_H
#define IO_RUN_H

#include "../core/seq.h"

/* In the order of the host's enumeration. */
typedef enum Outcome {
    OUTCOME_COMPLETED, OUTCOME_RAISED, OUTCOME_SYNTAX_ERROR, OUTCOME_TIMED_OUT, OUTCOME_STEP_LIMIT, OUTCOME_OUTPUT_LIMIT, OUTCOME_OUT_OF_MEMORY
} Outcome;

typedef struct Program {
    char *source, *label;
    size_t length;
    char **args;
    int args_count;
    bool is_file;
} Program;

typedef struct Ran {
    Outcome outcome;
    bool has_printed, has_exception;
    const char *detail; /* static, or null */
    int64_t nanoseconds;
    Buffer printed; /* what the last value, or a benchmark's, is as text */
    Buffer type, message, trace;
} Ran;

Ran run_program(const Program *p);
/* The program, then `benchmark setup`; what it is called is remembered for the samples. */
Ran run_with_setup(const Program *p);
/* `benchmark run(n)`, timed. */
Ran run_iterations(int64_t iterations);
/* A full collection. */
void run_collection(void);
void ran_free(Ran *r);

#endif
