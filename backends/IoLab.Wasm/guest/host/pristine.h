/* The way back to the world as it was: a reset. */
#ifndef IO_PRISTINE_H
#define IO_PRISTINE_H

#include "../core/value.h"

enum { LONGEST_START = 1 << 20, LONGEST_REQUEST = 64 << 20 };

/* What survives a reset: the request that is being served. */
typedef struct Kept {
    uint8_t *request; /* its payload; room for LONGEST_REQUEST bytes that is not in the heap */
    uint32_t length;
    int32_t number; /* how many requests there were */
    uint8_t kind;
    bool is_pending;  /* it has been read and is still to be served */
    bool is_pristine; /* nothing has run since the world was made or made again */
    bool is_ended;    /* the host has gone */
} Kept;

extern Kept *kept;

/* Takes the picture that resets go back to, then calls serve until kept->is_ended. Whenever serve returns before, the world is made as it was. */
void pristine_loop(void (*serve)(void));
/* Runs something in the world of the picture, then puts this world back as it was. What both know is in LONGEST_REQUEST bytes that belong to neither.
   False, and nothing is done, where there is no picture or such a run is already going on. */
bool pristine_excursion(void (*prepare)(uint8_t *between, void *context), void (*run)(uint8_t *between), void (*bring_back)(const uint8_t *between, void *context), void *context);

#endif
