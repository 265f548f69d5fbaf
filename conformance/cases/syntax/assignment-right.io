# An assignment without a value.
writeln("never")
x :=
