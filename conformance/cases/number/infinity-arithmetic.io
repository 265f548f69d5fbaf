# Infinities absorb what is added to them and compare as the largest and smallest numbers.
inf := 1 / 0
writeln(inf + 1, " ", inf - 1000, " ", inf * -1, " ", inf / 2)
writeln(inf > 1e300, " ", (0 - inf) < -1e300, " ", inf == inf)
writeln((inf - inf) isNan, " ", (inf * 0) isNan, " ", (1 / inf))
writeln(inf max(3), " ", inf min(3), " ", inf abs, " ", (0 - inf) abs)
