# Error is a value: with, isError, ifError.
e := Error with("broken")
writeln(e isError, " ", e message, " ", e type, " ", 5 isError)
e ifError(writeln("evaluated"))
e ifError(x, writeln(x message))
m := method(e returnIfError; "not reached")
writeln(m message)
