# % stands beside * and /, above + and -.
(7 + 5 % 3) println
(7 % 5 + 3) println
(20 - 9 % 4 * 2) println
(2 * 9 % 4) println
(9 % 4 / 2) println
x := 10
y := x + x % 4 - 1
y println
message(a + b % c - d) code println
