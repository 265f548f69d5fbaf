# evalArg and its kin evaluate one argument and differ in what they answer.
writeln(evalArg(1 + 1), " ", 5 evalArg(2), " ", 5 evalArgAndReturnSelf(2), " ", 5 evalArgAndReturnNil(2))
writeln(try(evalArg) error)
