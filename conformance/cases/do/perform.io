# perform sends by name.
1 perform("+", 2) println
"abc" perform("size") println
o := Object clone do(m := method(a, b, list(a, b)); v := 5)
o perform("m") println
o perform("m", 1 + 1, "x") println
o perform("v") println
1 perform(message(+ 2)) println
o setSlot("odd name", method(x, "odd " .. x))
o perform("odd name", 1) println
try(o perform) error println
try(o perform("none")) error println
try(o perform(5)) error println
m := method(x, perform("x"))
m(8) println
