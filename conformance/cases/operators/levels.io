# The levels of the binary operators, tightest first: each example has an operator of two neighbouring levels.
message(a ? b ** c) code println
message(a ** b * c) code println
message(a * b ** c) code println
message(a + b * c) code println
message(a * b + c) code println
message(a << b + c) code println
message(a < b << c) code println
message(a == b < c) code println
message(a & b == c) code println
message(a ^ b & c) code println
message(a | b ^ c) code println
message(a and b | c) code println
message(a or b and c) code println
message(a .. b or c) code println
message(a += b .. c) code println
message(return a += b) code println
