# asString with a width pads at the left; decimals default to six.
writeln("[", 3.7 asString(8, 2), "] [", 3.7 asString(0, 2), "] [", 42 asString(6, 0), "]")
writeln("[", 42 asString(6), "] [", (-3.5) asString(8, 1), "] [", 3 asString(-5, 1), "]")
writeln(1.25 asString(0, 1), " ", 1.35 asString(0, 1), " ", 0.5 asString(0, 0), " ", 1.5 asString(0, 0))
writeln(12345.678 asString(2, 1), " ", 0 asString(3, 0))
