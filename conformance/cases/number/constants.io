# Number constants has pi, e, inf and nan.
c := Number constants
writeln(c pi asString(0, 12), " ", c e asString(0, 12))
writeln(c inf, " ", c inf == (1 / 0), " ", c nan isNan)
writeln(c slotNames sort)
