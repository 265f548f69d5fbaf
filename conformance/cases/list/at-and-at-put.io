# at counts negative indexes from the end and answers nil outside; atPut refuses both.
l := list(1, 2, 3)
writeln(l at(0), l at(-1), l at(3), l at(-4), l at(1.9))
writeln(l atPut(0, "x"), " ", l, l atPut(1))
writeln(try(l atPut(3, 1)) error, try(l atPut(-1, 1)) error)
writeln(try(l at) error)
writeln(try(l at("a")) error)
writeln(try(l atPut("a", 1)) error)
