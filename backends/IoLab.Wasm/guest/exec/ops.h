/* The instructions. A word holds the operation in its low 8 bits and a 24-bit operand `a` above; further operands are words of their own. */
#ifndef IO_OPS_H
#define IO_OPS_H

/* In place of a register: the variable is set by name; there is none. */
#define BY_NAME UINT32_MAX
#define NO_VARIABLE (UINT32_MAX - 1)

/* Arithmetic and comparisons: name, what two doubles give, whether it is a truth. */
#define ARITHMETIC(X) \
    X(ADD, x + y, 0) X(SUB, x - y, 0) X(MUL, x * y, 0) X(DIV, x / y, 0) X(MOD, whole_remainder(x, y), 0) \
    X(LT, x < y, 1) X(LE, x <= y, 1) X(GT, x > y, 1) X(GE, x >= y, 1) X(EQ, x == y, 1) X(NE, x != y, 1)

/* Name, further words. */
#define OPERATIONS(X) \
    X(PUSH, 0)         /* literal a */ \
    X(NIL, 0) \
    X(TRUE, 0) \
    X(FALSE, 0) \
    X(POP, 0) \
    X(NIP, 0)          /* drops what is under the top */ \
    X(CTX, 0)          /* the locals */ \
    X(LOCAL, 1)        /* register a; cache */ \
    X(SET_LOCAL, 0)    /* register a := top, which stays */ \
    X(UPDATE_LOCAL, 1) /* the same if it is a local already; cache */ \
    X(UPDATE, 1)       /* a name that is no local: cache a, literal of the name */ \
    X(SETS, 1)         /* is the receiver's setSlot the built-in one? Else it gets the message, to word a; cache */ \
    X(SET_SLOT, 0)     /* cache a: receiver, value -> value */ \
    X(SET_CTX, 0)      /* literal a is the name: sets a slot of the locals to the top, which stays */ \
    X(SEND0, 0)        /* cache a */ \
    X(ISEND0, 0)       /* the same to the implicit receiver */ \
    X(SELF0, 0)        /* an ISEND0 that found data in self's own slots: it turned itself into this */ \
    X(TURN0, 0)        /* the same of one that found a primitive that lets another coroutine run */ \
    X(SEND, 1)         /* cache a; where to go on if the arguments are not wanted. Pushes callee and holder. */ \
    X(ISEND, 1) \
    X(CALL, 1)         /* a arguments; cache */ \
    X(CALL_UPDATE, 1)  /* CALL of an updateSlot with name and value; cache a is for what it is about; cache */ \
    X(ASEND, 1)        /* arithmetic: as SEND, but a number only pushes two fillers */ \
    X(JUMP, 0)         /* to word a */ \
    X(JUMP_BACK, 0)    /* the same, a safepoint */ \
    X(JUMP_FALSE, 0)   /* pops; a JUDGE_FALSE follows, which is skipped */ \
    X(JUDGE_FALSE, 0)  /* the same for what asBoolean answered */ \
    X(AND, 0)          /* decided if the top is no truth: to word a; else pops */ \
    X(OR, 0) \
    X(TRUTH, 0)        /* the top becomes a boolean */ \
    X(NUMBER_ARG, 1)   /* raises unless the top is a number: argument a of the message that is a literal */ \
    X(FOR_TEST, 2)     /* last, index, bound, step: leaves to a; sets register or name; literal of the name */ \
    X(FOR_NEXT, 0)     /* last, index, bound, step, value: to word a */ \
    X(FOR_END, 0)      /* leaves the last value */ \
    X(REPEAT, 0)       /* a number: becomes last, index, bound, step; else to word a */ \
    X(EACH, 1)         /* a list whose foreach is the built-in: becomes list, index, last; else to word a; cache */ \
    X(EACH_TEST, 4)    /* leaves to a; register and name of the index's variable, of the item's */ \
    X(EACH_NEXT, 0)    /* list, index, last, value: to word a */ \
    X(EACH_END, 0)     /* leaves the last value */ \
    X(INSTEAD, 0)      /* in place of the first instruction of construct a: its message is sent */ \
    X(BREAK_TO, 1)     /* a operands stay, the top on them; to the word */ \
    X(STOP, 0)         /* the top is the value of stop a */ \
    X(RETURN, 0)       /* from this activation if it is one; at its end, so that what comes before is a tail call */ \
    X(RETURN_EARLY, 0) /* the same elsewhere */ \
    X(EVAL, 0)         /* literal a is a message whose chain is evaluated here */ \
    X(RET, 0)

/* Those that quick_cases.inc has a case for, arithmetic aside. */
#define QUICK_OPERATIONS(X) \
    X(PUSH) X(NIL) X(TRUE) X(FALSE) X(POP) X(NIP) X(CTX) X(LOCAL) X(SET_LOCAL) X(UPDATE_LOCAL) X(UPDATE) X(SETS) X(SET_SLOT) X(CALL_UPDATE) X(SELF0) X(TURN0) X(SEND0) \
    X(SEND) X(ISEND) X(ASEND) X(CALL) X(RET) X(JUMP) X(JUMP_BACK) X(JUMP_FALSE) X(JUDGE_FALSE) X(AND) X(OR) X(TRUTH) X(NUMBER_ARG) X(REPEAT) \
    X(FOR_TEST) X(FOR_NEXT) X(FOR_END) X(EACH_TEST) X(EACH_NEXT) X(EACH_END) X(BREAK_TO)

typedef enum Operation {
#define X(name, words) OP_##name,
    OPERATIONS(X)
#undef X
#define X(name, expression, truth) OP_##name##_L, OP_##name##_R, OP_##name##_RL, OP_##name##_RR, OP_##name##_S,
    ARITHMETIC(X)
#undef X
    OP_COUNT
} Operation;

/* In the functions that run code, whose registers are pc and code. */
#define A(w) ((w) >> 8)
#define LITERAL(i) (code->literals[i])
#define GO_TO(word) (pc = code->words + (word))

#endif
