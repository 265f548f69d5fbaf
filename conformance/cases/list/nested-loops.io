# Loops inside loops, with their own names.
list(1, 2) foreach(i, list("a", "b") foreach(j, v, write(i, v, j, " ")))
writeln
writeln(list(1, 2) map(x, list(10, 20) map(y, x + y)) flatten, list(list(1, 2), list(3)) map(sum), list(list(2, 1), list(3)) map(sort) flatten)
writeln(list(1, 2, 3) select(x, list(1, 3) contains(x)) reduce(+), list(1, 2) map(i, x, list(i, x)) flatten)
