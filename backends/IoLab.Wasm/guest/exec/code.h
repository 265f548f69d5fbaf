/* Compiled chains: stack code, literals, inline caches, regions. */
#ifndef IO_CODE_H
#define IO_CODE_H

#include "../core/vm.h"
#include "ops.h"

/* What an inline cache knows about a send. */
typedef enum CacheKind {
    IC_EMPTY,
    IC_OWN,     /* a slot of the object the lookup ended at, by index: data */
    IC_HELD,    /* data in a slot of an ancestor, by holder and index */
    IC_BLOCK,   /* a method */
    IC_LITERAL, /* a method that only answers a literal: `callee` is the literal */
    IC_EAGER,   /* an eager or guarded primitive */
    IC_CONTROL, /* a control primitive */
    IC_INSTALL  /* of a slot write: the shape before and after */
} CacheKind;

typedef struct Cache {
    Shape *shape;     /* of the receiver */
    Shape *hop_shape; /* when the lookup went on from Locals: of the last object passed before the one in shape2 */
    Shape *shape2;    /* IC_INSTALL: the shape after; else of the second hop */
    uint32_t epoch;
    uint32_t index;
    uint8_t kind;
    uint8_t hops;     /* how many Locals were passed on the way to self */
    uint16_t misses;
    Object *holder;
    Value callee;
    Message *message;
    Symbol *name;
    struct Cache *more; /* what else was seen at this place: CACHE_MORE of them, or null */
    uint32_t next_more; /* the one that is replaced next; of a CALL_UPDATE the epoch of the name */
} Cache;

enum { CACHE_MORE = 7 };

typedef enum RegionKind {
    REGION_LOOP,
    REGION_ARGS,
    REGION_PART /* no stop means anything there: an argument of what is compiled in place, whose operands a program may want to see */
} RegionKind;

/* A stretch of code in which a stop means something. Inner regions come first. */
typedef struct Region {
    uint32_t start, end;
    uint32_t depth;     /* operands below what belongs to the region */
    uint32_t target;    /* REGION_LOOP: where break goes, with the value pushed; REGION_ARGS: behind the call; REGION_PART: the message's literal */
    uint32_t target2;   /* REGION_LOOP: where continue goes */
    uint32_t depth2;    /* operands kept by continue */
    RegionKind kind;
} Region;

/* Where the receiver of a construct is when it begins. */
typedef enum ConstructReceiver {
    RECEIVER_TARGET,  /* the chain's target */
    RECEIVER_LOCALS,  /* the locals: it is in an argument */
    RECEIVER_ON_TOP,  /* of the stack */
    RECEIVER_REGISTER /* its first instruction reads it from a register */
} ConstructReceiver;

/* A message that is compiled in place. When its name gets another meaning its first instruction is replaced (OP_INSTEAD), and the message is sent from then
   on; what has already begun goes on. The code ends with a jump for each construct to where its value is wanted: there a frame waits for the send. */
typedef struct Construct {
    Message *message;
    uint32_t at;   /* its first instruction */
    uint32_t word; /* which was this */
    uint8_t receiver;
} Construct;

/* In which way a chain was compiled. */
typedef enum Variant {
    VARIANT_CHAIN, /* the chain */
    VARIANT_SINGLE /* only its first message, for a receiver that is on the stack */
} Variant;

struct Code {
    Cell h;
    uint32_t *words;
    Value *literals;
    Cache *caches;
    Region *regions;
    Construct *constructs;
    Message *origin;
    Shape *layout; /* null: compiled without one */
    Code *next;    /* other compiled forms of the same message */
    uint32_t word_count, literal_count, cache_count, region_count, construct_count;
    uint32_t max_stack; /* operands */
    uint8_t variant;
};

/* The instruction at a word, as it was compiled. */
static inline uint32_t compiled_word(const Code *code, uint32_t word)
{
    return (word & 0xFF) == OP_INSTEAD ? code->constructs[word >> 8].word : word;
}

/* The construct whose message a frame with this pc has sent, or null. */
static inline const Construct *construct_sent(const Code *code, uint32_t pc)
{
    uint32_t first = code->word_count - code->construct_count;
    return pc >= first ? code->constructs + (pc - first) : NULL;
}

/* A word inside the instruction that a frame with this pc waits in. */
static inline uint32_t waiting_word(const Code *code, uint32_t pc)
{
    const Construct *sent = construct_sent(code, pc);
    return sent ? sent->at : pc - 1;
}

#endif
