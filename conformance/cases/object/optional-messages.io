# ? sends only what the receiver has.
o := Object clone do(x := 5; m := method(a, a * 2))
writeln(o ?x, " ", o ?none, " ", o ?m(4), " ", o ?none(writeln("not evaluated")), " ", (o ?x) + 1)
