# A program's asSimpleString is used in lists, its asString is not.
o := Object clone do(asSimpleString := method("<" .. "o" .. ">"))
writeln(list(o, 1, list(o)))
writeln(list(o) asSimpleString)
p := Object clone do(asString := "p"; asSimpleString := "s")
writeln(list(p), list(p) join)
