# setArgumentNames, setMessage and setScope change a block.
b := block(x, x)
b setArgumentNames(list("y"))
b setMessage(message(y * 2))
writeln(b call(4), " ", b code)
b setScope(nil)
writeln(b scope, " ", b code)
writeln(try(b setArgumentNames(5)) error)
writeln(try(b setMessage(5)) error)
