# between includes both bounds.
writeln(1 between(1, 3), 3 between(1, 3), 2 between(1, 3), 0 between(1, 3), 4 between(1, 3))
writeln(2 between(3, 1), " ", 2.5 between(2, 3))
writeln(try(2 between(1)) error)
writeln(try(2 between("a", 3)) error)
