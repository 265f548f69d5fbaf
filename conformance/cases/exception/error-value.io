# Error is a value, not an exception.
e := Error with("m")
e message println
e isError println
5 isError println
list(e ifError(writeln("is an error")) == e) println
5 ifError(writeln("not run")) println
m := method(r, r returnIfError; "fine")
m(5) println
(m(e) == e) println
try(Error raise("x")) error println
