# A method in a local or formal runs whenever its name is evaluated.
m := method(f, f)
m(method(5)) println
k := method(f, getSlot("f") type)
k(method(5)) println
j := method(f, f call)
j(block(6)) println
try(j(method(7))) error println
l := method(f := method(x, x * 2); f(21))
l println
i := method(f, x, f(x))
i(method(y, y * 3), 4) println
