# copy replaces the content by another sequence's.
s := "abc" asMutable
writeln(s copy("xy"), " ", s size, " ", s isMutable)
writeln(try("abc" copy("x")) error)
writeln(try(s copy(1)) error)
