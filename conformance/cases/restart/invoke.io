# A handler chooses one of the restarts that code further out offers; the block of the restart answers in place of the body.
# needs: continuations
# divergence: the reference has no restarts
Broken := Exception clone
parse := method(text,
    withRestarts(
        "useValue", block(v, v),
        "skip", block(nil),
        if(text asNumber isNan, Broken signal(text), text asNumber)))
parseAll := method(texts, texts map(t, parse(t)))
withHandler(Broken, block(e, r, invokeRestart("skip")), parseAll(list("1", "x", "3"))) println
withHandler(Broken, block(e, r, invokeRestart("useValue", -1)), parseAll(list("1", "x", "3"))) println
withHandler(Broken, block(e, r, "resumed: " .. e error), parseAll(list("1", "x", "3"))) println
# The innermost of the name is chosen; what stood between is left without going on.
log := list()
withRestarts("go", block(a, b, list("outer", a, b)),
    withRestarts("go", block(a, b, list("inner", a, b)),
        log append("before"); invokeRestart("go", 1, 2); log append("never"))) println
log println
withRestarts("outer", block("left both"),
    withRestarts("inner", block("left one"),
        invokeRestart("outer"))) println
# The restart of the body is gone while its block runs, and after the body.
withRestarts("again", block(computeRestarts size), invokeRestart("again")) println
withRestarts("unused", block(1), "the body's value") println
try(invokeRestart("unused")) error println
# Missing arguments are nil, further ones are ignored.
withRestarts("two", block(a, b, list(a, b)), invokeRestart("two", 1)) println
withRestarts("two", block(a, b, list(a, b)), invokeRestart("two", 1, 2, 3)) println
