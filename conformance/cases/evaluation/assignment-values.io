# Assignments answer the value.
writeln((a := 5), (a = 6), (b ::= 7), a, b)
o := Object clone
writeln((o x := 1) type, " ", (o x = 2), " ", o x)
