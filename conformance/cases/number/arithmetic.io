# Arithmetic: doubles, no integer division, remainder with the sign of the dividend, left-associative power.
writeln(1 + 2, " ", 1 - 2, " ", 3 * 4, " ", 7 / 2, " ", 7 % 3)
writeln(7 % -3, " ", (-7) % 3, " ", 5.5 % 2, " ", 7 mod(-3))
writeln(2 ** 10, " ", 2 pow(10), " ", 2 ** 3 ** 2, " ", 2 ** -1, " ", 0 ** 0, " ", 2 ** 0.5)
writeln(7 / 0, " ", (-7) / 0, " ", 1e400)
writeln((-5) abs, " ", 5 negate, " ", 3 squared, " ", (-3) cubed, " ", 9 sqrt, " ", 2 sqrt)
writeln(0 toggle, " ", 1 toggle, " ", 7 toggle, " ", (0 - 1) toggle)
writeln(Number + 1, " ", Number clone, " ", 3 clone, " ", 5 asNumber, " ", Number type)
writeln(1 == 1.0, " ", (0 / 0) isNan, " ", 1 isNan, " ", (0 / 0) == (0 / 0))
