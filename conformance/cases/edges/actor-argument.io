# A future is resolved by messages to it, not as an argument of a primitive.
o := Object clone do(m := method(5))
f := o @m
(f + 1) println
g := o @m
try(1 + g) error println
(g + 1) println
(1 + g) println
