# Loops in loops, as deep as nobody writes them: a machine that compiles the body twice would take for ever.
count := 0
m := method(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(1 repeat(count = count + 1)))))))))))))))))))))))))
m
count println
m := method(list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, list(1) foreach(v, count = count + 1)))))))))))))))))))))))))
m
count println
# Objects with a method of that name get values.
Nest := Object clone do(repeat := method(x, x + 1); foreach := method(v, w, v .. w))
m := method(n, n repeat(n repeat(n repeat(1 repeat(7)))))
m(Nest) println
m := method(n, x := 3; n foreach(x, n foreach(x, list(1, 2) foreach(v, v))))
m(Nest) println
