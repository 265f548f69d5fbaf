# return at the top of a script ends it quietly.
writeln("before")
return 5
writeln("not reached")
