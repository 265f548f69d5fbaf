# Fractions print sixteen digits behind the point without trailing zeros.
writeln(0.1, " ", 0.2, " ", 0.1 + 0.2, " ", 1 / 3, " ", 2 / 3)
writeln(1.1, " ", 4.35, " ", 123.456, " ", 100 / 3)
writeln(0.000001, " ", 1e-10, " ", 1e-16, " ", 1e-17, " ", -0.5)
