# The names of map live in a context over the sender: they do not leak, and what is assigned stays there.
q := 0
writeln(list(1, 2) map(x, q = q + x), q)
m := method(y := 3; list(1, 2) map(x, z := x + y))
writeln(m)
writeln(try(list(1) map(x, w := x); w) error)
writeln(list(1, 2) map(x, list(3, 4) map(y, x * y) sum), list(1, 2) map(x, list(3) map(x, x) at(0)))
writeln(list(1, 2) map(x, thisContext slotNames size))
