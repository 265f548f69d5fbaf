# Cycles of protos end a lookup.
a := Object clone do(x := 1)
b := Object clone do(y := 2)
a appendProto(b)
b appendProto(a)
list(a y, b x) println
try(a missingEverywhere) error println
s := Object clone
s setProtos(list(s, Object))
try(s nothing) error println
s type println
