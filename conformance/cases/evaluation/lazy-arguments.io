# A method without formals sees its arguments as messages.
m := method(call argAt(0) code)
m(1+2 foo) println
twice := method(call evalArgAt(0); call evalArgAt(0))
n := 0
twice(n = n + 1) println
unless := method(call evalArgAt(0) ifFalse(call evalArgAt(1)); nil)
unless(1 > 2, writeln("unless ran"))
unless(2 > 1, writeln("must not run"))
both := method(call evalArgs)
both(1 + 1, "b", n) println
late := method(x, list(x, call argAt(0) name))
late(n) println
