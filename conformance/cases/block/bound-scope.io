# setScope binds a block to an object.
o := Object clone do(k := 7)
b := block(k) setScope(o)
writeln(b call, b scope == o, b setScope(Object clone do(k := 8)) call)
