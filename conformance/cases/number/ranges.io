# min, max, between, clip and minMax; an upper bound below the lower one wins.
writeln(3 min(2), " ", 3 min(4, 1), " ", 3 max(4), " ", (0 / 0) min(3), " ", (0 / 0) max(3))
writeln(5 between(1, 5), " ", 5 between(6, 7), " ", 5 between(5, 5), " ", 0 between(1, 2))
writeln(5 clip(1, 3), " ", 5 clip(7, 9), " ", 5 clip(1, 9), " ", 5 clip(9, 1))
writeln(5 minMax(1, 3), " ", 0 minMax(1, 3), " ", 2 minMax(1, 3))
writeln(try(5 between(1)) error)
writeln(try(5 clip(1, "a")) error)
