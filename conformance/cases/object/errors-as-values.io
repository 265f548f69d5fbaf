# Error is a value; its messages do nothing on other objects.
e := Error with("broken")
writeln(e message, " ", e isError, " ", e location split(":") last, " ", e type, " ", 5 isError)
e ifError(write("called "))
e ifError(err, writeln(err message))
writeln(5 ifError(writeln("never")), 5 ifError(x, writeln("never")), 5 returnIfError, 5 raiseIfError)
f := method(x, x returnIfError; "went on")
writeln(f(e) message, f(1))
writeln(try(e ifError) error)
