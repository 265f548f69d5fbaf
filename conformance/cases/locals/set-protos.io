# setProto and setProtos in a method change the locals' protos.
m := method(setProtos(list(Object clone do(zz := 3))); zz)
writeln(m)
m := method(setProto(Object clone do(zz := 4)); zz)
writeln(m)
