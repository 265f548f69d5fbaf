# Bounds are evaluated once, before the first turn.
n := 3
for(i, 1, n, n = 10; write(i, " ")); writeln
say := method(v, write("<", v, ">"); v)
for(i, say(1), say(5), say(2), write(i)); writeln
m := method(a, b, for(i, a, b, write(i, " ")))
m(1, 3); writeln
for(i, 1, list(1, 2, 3) size, write(i)); writeln
for(i, "abc" size, 0, -1, write(i)); writeln
