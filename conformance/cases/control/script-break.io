# So does break.
writeln("before")
break
writeln("not reached")
