# at answers nil beyond the end and raises for negative indexes; atPut grows with zeros.
writeln("abc" at(0), " ", "abc" at(2), " ", "abc" at(3), " ", "" at(0))
writeln(try("abc" at(-1)) error)
writeln(try("abc" at) error)
writeln(try("abc" at("a")) error)
s := "abc" asMutable
writeln(s atPut(1, 66), " ", s size)
s atPut(5, 65)
writeln(s size, " ", s at(3), " ", s at(4), " ", s at(5))
writeln(try(s atPut(0, "x")) error)
writeln(try("abc" atPut(0, 65)) error)
