# asString(width, decimals) is C's %*.*f of the magnitudes; ties follow the binary value.
writeln("[", 3.7 asString(5, 2), "] [", 3.7 asString(0, 2), "] [", 42 asString(6, 0), "] [", 42 asString(6), "] [", 10 asString(3, 1), "]")
writeln("[", 5 asString(-10, -2), "] [", 5 asString(5.9, 2.9), "] [", (0 - 0.5) asString(0, 0), "] [", (0 - 0.00001) asString(6, 2), "]")
writeln(0.5 asString(0, 0), " ", 1.5 asString(0, 0), " ", 2.5 asString(0, 0), " ", 1.25 asString(0, 1), " ", 1.35 asString(0, 1), " ", 0.125 asString(0, 2))
writeln(1 asString(0, 30), " ", 0.1 asString(0, 60), " ", 1e20 asString(0, 2), " ", 1e-5 asString(0, 22), " ", 1e-5 asString(0, 23))
writeln((1 / 0) asString(6, 2), " ", 1e22 asString(30, 1), " ", 0.99999 asString(0, 3), " ", 9.5 asString(0, 0), " ", 99.95 asString(0, 1))
