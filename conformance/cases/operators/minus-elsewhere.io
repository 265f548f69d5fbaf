# Minus is sent to the current target, whatever that is.
5 do(-3 println)
5 do((-3) println)
5 do((0 - 3) println)
o := Object clone
o do((-3) println)
o setSlot("-", method(x, "own minus of " .. x))
(o - 3) println
o do(write(-3, "\n"))
try(-"a") error println
try(- nil) error println
try(1 + + 1) error println
list(-1, -2 + 1, 3 - 1, -(4)) println
