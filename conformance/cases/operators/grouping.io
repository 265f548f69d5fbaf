# A bracket after an operator groups; the chain goes on inside the argument.
message(a +(b) c) code println
message(1 +(2) * 3) code println
message(2 *(3 + 6) sqrt) code println
message(a +(b, c)) code println
message(1 ..(2) ..(3)) code println
message(a or(b) and(c)) code println
message(a ((b))) code println
message(a + ((b) c)) code println
message(a +()) code println
(1 +(2) * 3) println
(2 *(3 + 6) sqrt) println
(1 ..(2) ..(3)) println
