# Yields of a program's methods switch without steps of their primitive (wasm guest): with nobody else, between two and three, to one that has not begun, that has
# ended, that waits otherwise; and where a program defines its own `yield` on the way.
log := list()
note := method(x, log append(x); x)
alone := method(3 repeat(yield); "alone")
alone println
worker := Object clone do(
    name := nil
    left := 3
    run := method(while(left > 0, Lobby note(name .. left); left = left - 1; yield))
)
turns := method(names,
    names foreach(n, w := worker clone do(left := 3); w name := n; w @@run)
    6 repeat(i, note("main" .. i); yield)
)
turns(list("a"))
log join(" ") println
log empty
turns(list("a", "b"))
log join(" ") println
log empty
fresh := method(
    coroDoLater(note("begun"); 2 repeat(yield); note("ended"))
    note("first"); yield; note("second"); yield; note("third"); yield; note("fourth"); yield
)
fresh
log join(" ") println
log empty
again := method(3 repeat(i, if(i == 2, Object yield := method("redefined" println)); yield))
again
