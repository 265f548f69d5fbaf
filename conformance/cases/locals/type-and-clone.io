# type and clone in a method are those of the locals.
o := Object clone do(type := "Mine"; x := 1)
o m := method(list(type, self type, clone type, cloneWithoutInit type))
writeln(o m)
