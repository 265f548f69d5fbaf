# Each argument is evaluated once, in order, in the caller.
n := 0
next := method(n = n + 1; n)
f := method(a, b, list(a, a, b, b))
f(next, next) println
n println
trace := method(v, write(v, " "); v)
f(trace(1), trace(2)) println
(trace(1) + trace(2) * trace(3)) println
list(trace("a"), trace("b"), trace("c")) size println
trace(trace("inner") .. "outer") println
writeln(trace("x"), trace("y"))
Object clone setSlot(trace("name"), trace("value")) println
