# An uncaught exception of an own kind.
Trouble := Exception clone
m := method(Trouble raise("in a method"))
writeln("before")
m
writeln("not reached")
