# doString evaluates text in the receiver; doMessage a message, also in a context.
o := Object clone do(x := 5)
writeln(o doString("x + 1"), " ", o doString(""), " ", o doMessage(message(x * 2)), " ", o doMessage(message(x), Object clone do(x := 9)))
writeln(o doString("thisMessage label", "mine"), " ", o doString("thisMessage label"))
writeln(try(o doMessage(5)) error)
writeln(try(o doString("none")) error)
