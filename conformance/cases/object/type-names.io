# type is the name of the primitive kind unless a slot says otherwise.
writeln(Object clone type, 1 type, "a" type, list type, Map clone type, nil type, true type, method(1) type, block(1) type)
o := Object clone do(type := "Mine")
writeln(o type, o clone type)
