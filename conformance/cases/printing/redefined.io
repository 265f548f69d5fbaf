# Printing uses what a program has redefined on its objects, not on its values' kinds.
A := Object clone do(asString := method("an A of " .. n); n := 1)
a := A clone do(n := 2)
b := A clone do(n := list(a))
a println
b println
list(a, b) foreach(println)
("[" .. a .. "]") println
A asSimpleString := method("<A>")
list(a, b) println
Map with("k", a) at("k") println
try(Exception raise(a)) error println
