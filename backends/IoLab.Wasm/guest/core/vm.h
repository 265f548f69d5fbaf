/* The one world of this process, and what everything needs of it. */
#ifndef IO_VM_H
#define IO_VM_H

#include "cell.h"
#include "steps.h"

/* Why evaluation unwinds. */
typedef enum Stop {
    STOP_NONE = 0,
    STOP_BREAK = 1,
    STOP_CONTINUE = 2,
    STOP_RETURN = 4,
    STOP_RAISE = 8,
    STOP_ABORT = 32,
    STOP_LOOP = STOP_BREAK | STOP_CONTINUE,
    STOP_LOCAL = STOP_LOOP | STOP_RETURN
} Stop;

/* Names the machine itself uses: SYM(self) is the symbol `self`. */
#define WELL_KNOWN_NAMES(X) \
    X(self) X(call) X(updateSlot) X(setSlot) X(setSlotWithType) X(newSlot) X(forward) X(type) X(init) X(activate) \
    X(asBoolean) X(isTrue) X(asString) X(asSimpleString) X(print) X(println) X(error) X(coroutine) X(nestedException) X(originalCall) \
    X(caughtMessage) X(exception) X(result) X(parentCoroutine) X(runTarget) X(runLocals) X(runMessage) X(yieldingCoros) \
    X(timers) X(handlerStack) X(operators) X(assignOperators) X(OperatorTable) X(nil) X(Lobby) X(args) X(launchScript) \
    X(launchPath) X(message) X(name) X(contains) X(squareBrackets) X(curlyBrackets) X(method) X(block) X(concatenate) X(clone)

typedef enum SymbolId {
#define X(n) S_##n,
    WELL_KNOWN_NAMES(X)
#undef X
    S_empty, S_semicolon, S_unnamed, S_if, S_while, S_for, S_loop, S_return, S_break, S_continue, S_and, S_or,
    S_prelude, S_actorQueue, S_actorCoroutine, S_waitingCoros, S_isDone, S_proxy, S_future, S_forwardProxy, S_declined, S_atInsertSeq,
    S_doString, S_repeat, S_foreach,
    S_COUNT
} SymbolId;

#define SYM(n) (vm.symbols[S_##n])

/* Protos the machine itself uses. */
typedef enum ProtoId {
    P_Lobby, P_Protos, P_Core, P_Addons, P_Object, P_nil, P_true, P_false, P_Number, P_Sequence, P_ImmutableSequence, P_Vector, P_List, P_Map,
    P_Block, P_Message, P_Call, P_CFunction, P_Exception, P_Coroutine, P_Locals, P_Intrinsics, P_Scheduler, P_OperatorTable, P_System, P_Importer,
    P_Future, P_FutureProxy, P_EvalFrame, P_Continuation,
    P_COUNT
} ProtoId;

/* What ended a run before its program did; the numbers are a matter between C files only. */
typedef enum End { END_NONE, END_EXIT, END_TIME, END_OUTPUT, END_MEMORY, END_CANCELLED } End;

typedef struct VM {
    /* The nursery comes first: its offsets are small constants. */
    char *alloc_next;
    char *alloc_end;
    char *alloc_poll; /* when alloc_next is past it, collect at the next safepoint */
    Coroutine *coroutine; /* the running one */
    Value nil, yes, no;
    Value absent;    /* "no such local" */
    Value lazy_call; /* the slot `call` of Locals until somebody reads it */
    Value unwind;    /* answered instead of a value while stop is set */
    Stop stop;
    Value stop_value;
    Value redirect; /* with unwind: the prelude block to run instead */
    uint8_t has_number_slots; /* some number has slots of its own */
    uint8_t redefined;        /* some special name has been given a meaning by the program */
    uint8_t sealed;           /* the image is complete: definitions are the program's from now on */
    uint8_t gc_stress;        /* a collection at every safepoint, and limits are looked at there */
    uint8_t ended;            /* an End: nothing can catch it */
    int exit_code;
    Shape *number_shape;
    Shape *locals_root;
    Shape *forwarder_shape;
    Symbol *symbols[S_COUNT];
    Object *protos[P_COUNT];
    Map *named_protos; /* all of them by name */
    uint64_t memory_limit; /* bytes of the heap */
    double deadline;       /* by the monotonic clock; 0 for none */
    uint32_t frame_limit;
    double safepoint_limit;   /* how many looks at limits there may be; 0 for any */
} VM;

extern VM vm;

#define PROTO(n) (vm.protos[P_##n])

#endif
