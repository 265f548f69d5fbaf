# Texts join with two points; plus is for vectors.
try("a" + "b") error println
("a" .. "b") println
("a" .. 1 .. nil .. true) println
(list(1, 2) .. list(3)) println
("1" == 1) println
try("abc" contains("b")) error println
"abc" containsSeq("b") println
