# Wrong kinds of arguments are named, negative indexes refused.
# divergence: the reference ends the process
s := "abc" asMutable
writeln(try(s atPut(-1, 65)) error)
writeln(try(s setItemType(1)) error)
writeln(try(Message clone fromString(5)) error)
writeln(try(vector(1) + nil) error)
writeln(try(vector(1) * list(1)) error)
