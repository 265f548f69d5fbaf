# proto and protos; setProto and setProtos replace, appendProto and prependProto add.
a := Object clone do(x := "a")
b := Object clone do(x := "b")
o := Object clone
writeln(o setProto(a) x, " ", o setProtos(list(b, a)) x, " ", o protos size, " ", o proto == b)
o := Object clone setProto(a)
writeln(o appendProto(b) x, " ", o prependProto(b) x, " ", o protos size)
writeln(o removeProto(b) protos size, " ", o x)
writeln(try(o setProtos(5)) error)
