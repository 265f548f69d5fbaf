# forward gets what an object does not know.
o := Object clone
o forward := method(list(call message name, call argCount, call evalArgAt(0)))
writeln(o something(5), o other)
