# doString evaluates text in the receiver and answers the value.
doString("1 + 2") println
o := Object clone do(x := 5)
o doString("x * 2") println
o doString("y := 7")
o y println
try(o doString("self")) error println
m := method(a, doString("a + 1"))
m(4) println
doString("a := 1; b := 2; a + b") println
doString("\"quoted\"") println
o doString("m := method(x + 1); m") println
try(doString(5)) error println
try(doString("nowhere")) error println
try(doString) error println
