# Vectors are in order when every item is; a vector may stand on neither side of another.
m := method(a, b, writeln(a < b, " ", a <= b, " ", a > b, " ", a >= b, " ", a == b, " ", a != b))
m(vector(1, 3), vector(2, 2))
m(vector(3, 1), vector(2, 2))
m(vector(1, 1), vector(2, 2))
m(vector(3, 3), vector(2, 2))
m(vector(1, 5), vector(2))
m(vector(3), vector(2, 9))
m(vector(1, 2), "ab")
m("ab", vector(1, 2))
try("ab" < 1) error println
