# with joins sequences.
writeln(Sequence with("a", "b", "c"), " [", Sequence with, "]")
writeln(Sequence with("a") isMutable)
writeln(try(Sequence with("a", 1)) error)
