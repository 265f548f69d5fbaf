# Numbers in texts, lists and concatenations.
(1 .. 2) println
(0.1 + 0.2) println
(1 / 3) println
list(1.0, 1.5, 1e20, 1/0, 2 ** 63, -0) println
("n=" .. 1.50) println
writeln(100, " ", 1e3, " ", .5)
1e15 println
(0 - 1 / 0) println
