# Protos can be read and changed.
a := Object clone do(x := "a")
b := Object clone do(x := "b"; y := "by")
o := a clone
o x println
o appendProto(b)
list(o x, o y) println
o protos size println
o prependProto(b)
o x println
o removeProto(b)
o x println
o setProto(b)
o x println
(o proto == b) println
o setProtos(list(a, b))
o protos map(x) println
o protos append("a copy") size println
o protos size println
o hasProto(b) println
o hasProto(Object) println
a hasProto(b) println
try(o setProtos(5)) error println
