# divergence: when a coroutine ends, whoever it was begun by goes on although it stands in the queue; the reference runs what it did after that a second time
# Yields within calls, beside a coroutine that pauses, and next to a program's own `yield` (the wasm guest switches without steps of the primitive).
log := list()
note := method(x, log append(x); x)
deep := method(n, if(n > 0, deep(n - 1), yield))
beside := method(
    coroDoLater(3 repeat(i, note("other" .. i); deep(5)))
    4 repeat(i, note("deep" .. i); deep(3))
)
beside
log join(" ") println
log empty
swap := method(
    coroDoLater(note("c0"); currentCoro pause; note("c1"))
    c := Scheduler yieldingCoros first
    yield; note("m0"); yield; note("m1"); c resumeLater; yield; note("m2")
)
swap
log join(" ") println
log empty
other := Object clone do(
    yield := method(Lobby note("own"); 7)
    run := method(yield; self removeSlot("yield"); yield; note("ran"))
)
loopTwice := method(o, 2 repeat(o run))
loopTwice(other)
log join(" ") println
