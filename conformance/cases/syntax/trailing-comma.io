# An argument is missing at the end.
writeln("never")
list(1, 2,)
