# atInsert and insertAt take an index up to the size.
l := list(1, 2)
writeln(l atInsert(0, "a"), l atInsert(3, "z"), l insertAt("m", 1))
writeln(try(l atInsert(10, 1)) error)
writeln(try(l atInsert(-1, 1)) error)
writeln(try(l insertAt(1, 10)) error)
writeln(try(l atInsert) error)
