# in asks a collection whether it contains the receiver.
writeln(3 in(list(1, 3)), 3 in(list(1)), "a" in(list("a")), nil in(list(nil)))
o := Object clone do(contains := method(x, x == 7))
writeln(7 in(o), 8 in(o))
writeln(try(3 in(5)) error)
