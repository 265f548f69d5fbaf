# A bracket without a name groups: the value of its first argument.
(1 + 2) println
((1 + 2) * (3 + 4)) println
(1; 2; 3) println
(1, 2) println
((((5)))) println
try(doString("()")) error println
message((1 + 2) * 3) code println
message((a)) code println
message(foo (a)) code println
message(foo(a) (b)) code println
5 (6) println
