# Found by iolab fuzz: the closure machine's fast remainder of whole numbers lost the sign of zero, so that one over it was infinity with the other sign.
# divergence: zero keeps its sign, as in IEEE 754; the reference shares one object for each small whole number, and minus zero becomes zero
zero := 0 negate
(1 / (zero % 1)) println
(1 / (0 % 1)) println
(1 / ((0 - 4) % 2)) println
(1 / (4 % 2)) println
m := method(a, b, 1 / (a % b))
10 repeat(i, m(i - 5, 5) println)
