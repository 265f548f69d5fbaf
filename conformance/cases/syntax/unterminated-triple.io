# Raw text that is never closed.
writeln("never")
x := """abc"
