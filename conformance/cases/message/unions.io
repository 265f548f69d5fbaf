# union makes a message whose arguments are the receiver and those of the argument.
writeln(message(a) union(message(b)))
writeln(message(a b) union(message(c d)) argCount)
writeln(message(a) union(f(1, 2, 3)))
writeln(try(message(a) union) error)
