/* What lies in the heap: the cells and the objects that programs see. */
#ifndef IO_CELL_H
#define IO_CELL_H

#include "value.h"

/* Kinds of cells. Those of objects are in the order in which objects of different kinds compare. */
typedef enum Kind {
    K_FREE,
    K_ARRAY,
    K_BYTES,
    K_SHAPE,
    K_SYMBOL,
    K_CODE,
#if HAS_BOXED_NUMBERS
    K_BOXED, /* a number that is no immediate */
#endif
    K_FIRST_OBJECT,
    K_MAP = K_FIRST_OBJECT,
    K_LIST,
    K_NUMBER,
    K_NIL,
    K_TRUE,
    K_SEQUENCE,
    K_FALSE,
    K_OBJECT,
    K_LOCALS,
    K_BLOCK,
    K_MESSAGE,
    K_CALL,
    K_CFUNCTION,
    K_COROUTINE,
    K_EVALFRAME,
    K_CONTINUATION,
    K_DATE,
    K_DURATION,
    K_FILE,
    K_DIRECTORY,
    K_WEAKLINK,
    K_SANDBOX,
    K_COUNT,
    K_ANY = 255 /* of a primitive: any receiver will do */
} Kind;

/* Collector bits. */
enum { GC_OLD = 1, GC_MARK = 2, GC_REMEMBERED = 4, GC_FORWARDED = 8, GC_LARGE = 16 };

/* Flags of cells. A value whose cell has one of F_UNUSUAL is never simply pushed when a slot is read. */
enum {
    F_ACTIVATABLE = 1, /* runs when a message reads it */
    F_SPECIAL = 2,     /* a sentinel: ABSENT, LAZY_CALL */
    F_FORWARDER = 4,   /* has become another object */
    F_PROTO = 8,       /* somebody's proto: its shape is its own */
    F_LOCALS = 16,     /* a Locals, or a context over one */
    F_MUTABLE = 32,    /* of a sequence */
    F_OPAQUE = 32,     /* of a block: written in the prelude */
    F_PASS_STOPS = 64, /* of a block */
    F_DIRTY = 128,     /* a slot was written since markClean */
    F_UNUSUAL = F_ACTIVATABLE | F_SPECIAL | F_FORWARDER
};

typedef struct Cell {
    uint8_t kind;
    uint8_t gc;
    uint8_t flags;
    uint8_t extra; /* of a block: its body is known to be one literal */
    uint32_t size; /* in bytes, header included; a multiple of 8 */
} Cell;

typedef struct Array {
    Cell h;
    uint32_t cap;
    uint32_t unused;
    Value items[];
} Array;

typedef struct Bytes {
    Cell h;
    uint32_t cap;
    uint32_t unused;
    uint8_t data[];
} Bytes;

typedef struct Symbol Symbol;
typedef struct Shape Shape;
typedef struct Code Code;

typedef struct Object {
    Cell h;
    Shape *shape;
    Value *slots; /* in the cell itself, in an Array, or null */
} Object;

typedef struct Seq {
    Object o;
    Bytes *bytes;
    Symbol *symbol; /* of an immutable one, once it was asked for */
    uint32_t count; /* items */
    uint8_t type;   /* ItemType */
    uint8_t encoding;
    uint16_t unused;
} Seq;

struct Symbol {
    Cell h;
    Seq *seq;
    Symbol *next; /* in its bucket; weak */
    uint32_t hash;
    uint32_t epoch;
    uint32_t length;
    uint8_t special; /* compiled in place: 1 a structure, 2 an operator of numbers, 3 one that is a sign, too (compile_init) */
    uint8_t unused[3];
    char text[]; /* UTF-8, with a zero behind */
};

typedef struct List {
    Object o;
    Array *items;
    uint32_t start;
    uint32_t count;
} List;

/* Keys are symbols, in order of insertion; a removed entry has key 0. */
typedef struct Map {
    Object o;
    Array *entries; /* key, value, key, value ... */
    Bytes *index;   /* uint32: 1 + number of entry, 0 for free */
    uint32_t used;  /* entries, removed ones included */
    uint32_t count;
} Map;

typedef struct Message {
    Object o;
    Symbol *name;
    Symbol *label;
    Array *args; /* Messages; null for none */
    struct Message *next;
    Code *codes;   /* compiled forms of the chain that begins here */
    struct Message *previous; /* known once a program went from there to here */
    struct Block *made;       /* of method(...) and block(...): what they made first, for what it was compiled to */
    Value cached;  /* what a literal yields; ABSENT if it is none */
    uint32_t line;
    uint32_t character;
} Message;

typedef struct Block {
    Object o;
    Array *formals; /* Symbols; null for none */
    Message *body;
    Object *scope; /* null: a method */
    Code *code;
    Shape *locals; /* the layout of its Locals; null until needed */
    struct Block *made; /* the first block of the same message, which keeps what was compiled */
} Block;

struct Prim;

typedef struct CFunction {
    Object o;
    const struct Prim *prim;
} CFunction;

/* The locals of an activation, and what is known of its call. Slots: self, call, formals, other names. */
typedef struct Locals {
    Object o;
    Shape *layout; /* its shape when it was made: what its code is compiled in */
    Block *block;
    Message *message;
    Object *sender;
    Object *context; /* where the slot was found */
    Object *coroutine;
    Value target;
    uint32_t tail_calls;
    uint8_t pending; /* a Stop for the caller, when the activation ends */
    uint8_t unused[3];
} Locals;

typedef struct Call {
    Object o;
    Locals *activation;
} Call;

/* Data of kinds that need a few values only; the collector knows all fields. */
enum { DATA_FIELDS = 6 };
typedef struct Data {
    Object o;
    Value field[DATA_FIELDS];
} Data;

typedef struct Stack {
    Value *base;
    uint32_t size;  /* words */
    uint32_t clean; /* below: nothing young */
} Stack;

typedef struct Coroutine {
    Object o;
    Stack *stack; /* null until it begins; not in the heap */
    struct Coroutine *last_started;
    Array *raised_in; /* target, message, target, message ...: where its exception was raised */
    uint32_t fp;      /* newest frame while suspended; 0 for none */
    uint32_t sp;
    uint32_t queued;
    uint8_t started;
    uint8_t finished;
    uint8_t in_try; /* the body of a try */
    uint8_t unused;
} Coroutine;

enum { SHAPE_MAX_SHARED = 48 };

struct Shape {
    Cell h;
    Array *protos;      /* Objects */
    Symbol **names;     /* count of them */
    uint32_t *index;    /* hash of names: 1 + index; null for few names */
    Shape **children;   /* transitions */
    Shape *clone_shape; /* of the owner's clones */
    Shape *root;        /* the shape without slots this one grew from */
    uint32_t count;
    uint32_t cap;       /* of names */
    uint32_t index_size;
    uint32_t child_count;
    uint32_t inline_hint; /* how many slots clones came to have: room for them is made in the cell */
    uint32_t init_epoch;  /* the epoch of `init` when clones were known to need none */
    uint8_t unique;       /* belongs to one object and changes in place */
};

static inline Kind kind_of_cell(const void *cell) { return (Kind)((const Cell *)cell)->kind; }

#endif
