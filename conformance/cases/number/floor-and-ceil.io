# floor and ceil go down and up, also below zero.
writeln(3.7 floor, " ", 3.2 ceil, " ", (-3.7) floor, " ", (-3.2) ceil)
writeln(3 floor, " ", 3 ceil, " ", 0.5 floor, " ", (-0.5) ceil)
writeln(1e20 floor == 1e20, " ", (1 / 0) floor, " ", (0 / 0) ceil isNan)
