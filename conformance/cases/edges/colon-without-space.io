# x:=5 assigns to a slot named x: and fails.
writeln(try(doString("x:=5")) error)
