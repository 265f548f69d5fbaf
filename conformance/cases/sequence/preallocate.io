# preallocateToSize makes room and answers the receiver.
s := "abc" asMutable
writeln(s preallocateToSize(10) isIdenticalTo(s))
writeln(try("abc" preallocateToSize(10)) error)
writeln(try(s preallocateToSize("a")) error)
