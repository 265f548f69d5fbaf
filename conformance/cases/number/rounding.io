# Rounding to integers: round goes away from zero at a half, roundDown goes up.
writeln(3.2 ceil, " ", (-3.2) ceil, " ", 3.7 floor, " ", (-3.2) floor, " ", 4 floor)
writeln(2.5 round, " ", (-2.5) round, " ", 2.4 round, " ", (-2.6) round, " ", 0.5 round, " ", (-0.4) round)
writeln(3.7 roundDown, " ", 3.2 roundDown, " ", (-3.7) roundDown)
writeln(1e20 round, " ", (1 / 0) floor)
