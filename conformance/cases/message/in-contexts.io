# doInContext evaluates with a target and, if given, other locals.
o := Object clone do(x := 5)
writeln(message(x + 1) doInContext(o), " ", message(x) doInContext(o, Object clone do(x := 6)))
writeln(try(message(unknown) doInContext(o)) error)
