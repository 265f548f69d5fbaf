# An argument is missing between commas.
writeln("never")
list(1,,2)
