# Expressions of several levels.
message(1 + 2 * 3 - 4 / 5) code println
message(a < b and c > d or e) code println
message(a or b and c or d) code println
message(a & b | c ^ d) code println
message(a == b + 1 and c) code println
message(a foo + b bar(1) * c) code println
message(a += 1 + 2) code println
message(x = a or b) code println
message(if(a, b, c) + 1) code println
message(a % b ** c == d) code println
(1 + 2 * 3 - 4 / 8) println
(1 + 2 == 3 and 4 > 3) println
(1 < 2 == true) println
