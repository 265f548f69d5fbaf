# asSimpleString shows the formals; print and println a layout.
writeln(method(a, b, a) asSimpleString, " ", block(1) asSimpleString)
method(a, a + 1) asString split("\n") rest join("\n") println
