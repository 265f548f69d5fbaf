# empty drops everything; setSize cuts or adds zeros.
s := "abc" asMutable
writeln(s setSize(2), " ", s size, " ", s setSize(4) size, " ", s at(3))
writeln(s empty size, " ", s isEmpty)
writeln(try("abc" empty) error)
writeln(try("abc" setSize(1)) error)
writeln(try(s setSize("a")) error)
