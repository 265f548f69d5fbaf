# append, push and prepend take several values and answer the list.
l := list(1)
writeln(l append(2, 3), l push(4), l push(5, 6), l prepend(0), l prepend("a", "b"))
writeln(l append(nil) size, " ", l isIdenticalTo(l append(1)))
writeln(try(l append) error)
writeln(try(l push) error)
writeln(try(l prepend) error)
