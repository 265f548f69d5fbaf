# at answers one bit of the whole part.
writeln(list(0, 1, 2, 3) map(i, 5 at(i)))
writeln(255 at(7), " ", 255 at(8), " ", 0 at(0), " ", 5.7 at(2))
writeln(try(5 at) error)
writeln(try(5 at("a")) error)
