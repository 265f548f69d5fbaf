# A local that a built-in's argument assigns and then reads with arguments.
a := method(list(0) reverseForeach(0, b := nil; b(0) println))
try(a) println
c := method(true then(d := method(x, x + 1); d(2) println))
try(c) println
e := method(f, list(1) reverseForeach(i, f(i) println))
try(e(method(x, x * 10))) println
