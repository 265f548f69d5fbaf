# setIsActivatable in a method flags the locals and answers them.
m := method(setIsActivatable(false) isIdenticalTo(thisLocalContext))
writeln(m)
