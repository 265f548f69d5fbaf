# Multiplication before addition before comparison before and before or.
writeln(1 + 2 * 3, " ", 2 * 3 + 1, " ", 1 + 1 == 2, " ", 1 < 2 and 2 < 3, " ", false and true or true)
writeln(2 ** 3 ** 2, " ", 2 * 3 ** 2, " ", 10 - 2 - 3, " ", 100 / 5 / 2)
writeln(1 << 2 + 1, " ", 6 & 3 | 8, " ", 1 .. 2 + 3)
