# print, write and writeln in a method: print is about the locals, write only about its arguments.
m := method(write("a", 1); writeln("b"); nil)
m
o := Object clone do(asString := "the receiver")
o m := method(println; self print; writeln)
o m
