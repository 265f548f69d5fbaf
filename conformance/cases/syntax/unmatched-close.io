# A closing bracket without an opening one.
writeln("never")
writeln(1))
