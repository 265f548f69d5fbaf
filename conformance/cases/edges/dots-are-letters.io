# Two dots without spaces are part of a name.
writeln(try(doString("1 ..2")) error)
writeln(doString("1 .. 2"))
