# Operators of one level group from the left, powers and assignments by += included.
message(2 - 3 - 4) code println
message(2 ** 3 ** 2) code println
message(a / b * c % d) code println
message(a += b += c) code println
message(a < b <= c > d) code println
message(a == b != c) code println
message(a and b && c and d) code println
message(a or b || c) code println
message(a << b >> c) code println
message(a .. b .. c) code println
(2 - 3 - 4) println
(2 ** 3 ** 2) println
(100 / 10 / 5) println
