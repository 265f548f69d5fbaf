# evalArgAt and evalArgs evaluate in the sender; missing ones are nil.
m := method(list(call evalArgAt(0), call evalArgAt(1), call evalArgAt(9), call evalArgs))
x := 5
writeln(m(x, x + 1))
m := method(call hasArgs)
writeln(m, m(1))
m := method(try(call evalArgAt) error)
writeln(m(1))
