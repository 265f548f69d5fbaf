# Arguments are evaluated in the sender.
m := method(call evalArgAt(0))
n := method(x := 5; m(x + 1))
writeln(m(1 + 1), n, method(call evalArgAt(3)) call(1), method(call evalArgAt(-1)) call(1, 2))
writeln(method(call evalArgs) call(1 + 1, 2), method(call evalArgs) call)
unless := method(call evalArgAt(0) ifFalse(call evalArgAt(1)))
unless(1 > 2, writeln("ran"))
writeln(try(method(call evalArgAt) call) error)
writeln(try(method(call argAt("x")) call) error)
