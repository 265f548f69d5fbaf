# clip keeps a number within two bounds, minMax does the same.
writeln(5 clip(1, 3), " ", -1 clip(1, 3), " ", 2 clip(1, 3), " ", (-7) clip(-5, 5))
writeln(5 minMax(1, 3), " ", 0 minMax(1, 3), " ", 2 minMax(1, 3))
writeln(2.5 clip(1, 3), " ", 5 clip(3, 1))
writeln(try(5 clip(1)) error)
writeln(try(5 clip("a", 3)) error)
