# prependSeq puts the texts of its arguments in front, in their order.
s := "c" asMutable
writeln(s prependSeq("a", "b"))
writeln(s prependSeq(1, nil))
writeln(try("c" prependSeq("a")) error)
