# Arguments by index, as messages and as values.
m := method(list(call argAt(0), call argAt(1), call argAt(9)) map(a, a ?code))
m(a + b, "c") println
m := method(list(call evalArgAt(0), call evalArgAt(1), call evalArgAt(5)))
m(1 + 2, "c") println
m := method(call evalArgs)
m println
m(1, 2, 3 + 4) println
m := method(call evalArgAt(-1))
m(1, 2, 3) println
m := method(call argCount)
list(m, m(1), m(1, 2)) println
m := method(call message arguments map(name))
m(a, b(1), "c", 4) println
