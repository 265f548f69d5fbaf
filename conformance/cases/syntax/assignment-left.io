# An assignment without a name.
writeln("never")
:= 5
