# list evaluates its arguments in the sender.
m := method(x, list(x, x + 1, list))
writeln(m(1), list(nil), list(1, writeln("side effect")))
