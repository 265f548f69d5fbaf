# A chain of a hundred protos is searched to its end.
o := Object clone do(x := "found")
100 repeat(o := o clone)
writeln(o x, " ", o hasLocalSlot("x"))
o x := "own"
writeln(o x, " ", o proto x)
