# So does continue.
writeln("before")
if(true, continue)
writeln("not reached")
