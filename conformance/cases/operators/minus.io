# There is no negative literal: minus is a message whose argument takes the chain that follows.
message(-5) code println
message(-2 abs) code println
message(1 + -1 * 3) code println
message(2 - -3) code println
-2 abs println
(-2) abs println
(-3.7 floor) println
(-3.7) floor println
(-2 ** 2) println
(1 + -1 * 3) println
(2 - -3) println
(5 -3) println
x := 10
(x -3) println
(- 5) println
(-x) println
-5 print
"" println
(-1 sqrt) println
