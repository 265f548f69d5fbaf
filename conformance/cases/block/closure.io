# A block sees and changes the locals in which it was made.
counter := method(n := 0; block(n = n + 1; n))
c := counter
c call; c call
c call println
sum := method(l, total := 0; add := block(x, total = total + x); l foreach(x, add call(x)); total)
sum(list(1, 2, 3)) println
apply := method(f, x, f call(x))
outer := method(n, apply(block(x, x + n), 10))
outer(5) println
all := list()
3 repeat(i, all append(block(i)))
all map(b, b call) println
twice := method(f, list(f call, f call))
m := method(k := 1; twice(block(k = k * 10; k)) append(k))
m println
