# In the one-message forms the item is the target, the sender's locals are visible in arguments.
m := method(y := 3; list(list(1, 2) map(+ y), list(1, 5) select(> y), list(1, 5) detect(> y), list("a", "b") max(size + y)))
writeln(m)
o := Object clone do(k := 10; add := method(l, l map(+ k)); sum := method(l, l foreach(+ k)))
writeln(o add(list(1, 2)), o sum(list(1, 2)))
writeln(list(list(1, 2), list(3)) map(size + 1), list(1, 2) map(x, list(5) map(+ x)) flatten)
