# lexicalDo in a method evaluates in the locals.
m := method(x := 4; lexicalDo(y := x + 1); y)
writeln(m)
