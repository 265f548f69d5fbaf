# return, break and continue without receiver in a method.
m := method(for(i, 1, 5, if(i == 2, continue); if(i == 4, return(i))))
writeln(m)
m := method(loop(break("left")))
writeln(m)
m := method(returnIfNonNil; "not reached")
writeln(m type)
