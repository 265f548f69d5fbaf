# become makes a reference another object.
a := Object clone do(x := 1)
b := Object clone do(x := 2)
c := a
a become(b)
writeln(a x, " ", c x)
