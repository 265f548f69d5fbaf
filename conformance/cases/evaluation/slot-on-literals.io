# A literal in a chain answers itself.
writeln(5 "a" size, " ", (nil 7), " ", ("a" 3 + 1))
