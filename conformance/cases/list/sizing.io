# setSize cuts or adds nils; preallocating changes nothing one can see.
writeln(list(1, 2) setSize(3), list(1, 2, 3) setSize(1), list(1) setSize(0))
writeln(list(1, 2) preallocateToSize(100), " ", list(1, 2) capacity type)
writeln(try(list(1) setSize(-1)) error)
