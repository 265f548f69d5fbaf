# Concatenation is looser than arithmetic, comparison and logic.
(1 + 1 .. "x") println
("x" .. 1 + 1) println
(1 < 2 .. "y") println
(true and false .. "z") println
("a" .. 2 * 3 .. "b") println
message(a .. b == c) code println
message(a .. b and c) code println
