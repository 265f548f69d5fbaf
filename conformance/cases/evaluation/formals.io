# Formals: missing arguments are nil, surplus ones are not evaluated.
f := method(a, b, list(a, b))
f println
f(1) println
f(1, 2) println
f(1, 2, writeln("not evaluated")) println
f(nil, 2) println
method(1) call(writeln("nor this")) println
method(a, a = a + 1; a) call(5) println
method call println
m := method()
m println
getSlot("m") code println
