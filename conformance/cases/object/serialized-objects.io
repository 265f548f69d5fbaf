# divergence: objects become source text; the reference overflows its stack
o := Object clone do(a := 1; b := list("x"); m := method(p, p + a))
write(o serialized)
p := doString(o serialized)
writeln(p a, p b, p m(4))
o c := Object clone do(d := 2)
writeln(doString(o serialized) c d)
o me := o
writeln(doString(o serialized) me)
o serializedSlotsWithNames(list("a"), SerializationStream clone) print
