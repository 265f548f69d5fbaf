# round goes away from zero at a half.
writeln(2.5 round, " ", 3.5 round, " ", (-2.5) round, " ", 2.4 round, " ", 2.6 round)
writeln(0.5 round, " ", (-0.5) round, " ", 0.49999999999999994 round)
writeln(1e15 round, " ", (1 / 0) round)
