# Slots of the receiver are found without self; self reaches what locals shadow.
o := Object clone do(x := 1; m := method(x := 2; list(x, self x)); n := method(x))
writeln(o m, o n, o x)
