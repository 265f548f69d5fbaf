# System exit ends the program at once, also inside try.
writeln("before")
try(System exit(3))
writeln("never")
