# An object without protos knows its own slots only.
o := Object clone do(x := 5)
o removeAllProtos
writeln(o x)
writeln(try(o protos) error)
writeln(try(o println) error)
