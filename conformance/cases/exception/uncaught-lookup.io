# An unknown name at the end of a script.
writeln("before")
list(1) map(v, v unknownName)
