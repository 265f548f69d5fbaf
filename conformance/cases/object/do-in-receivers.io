# do and lexicalDo evaluate in the receiver and answer it.
o := Object clone
writeln(o do(x := 1; y := 2) == o, " ", o x, o y)
m := method(z := 7; Object clone lexicalDo(w := z))
writeln(m w)
m := method(z := 7; Object clone do(w := z))
writeln(try(m) error)
