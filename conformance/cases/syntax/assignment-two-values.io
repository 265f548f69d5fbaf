# An assignment with two bracketed values.
writeln("never")
x := (1, 2)
