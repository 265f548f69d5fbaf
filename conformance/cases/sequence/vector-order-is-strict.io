# divergence: the reference takes < for <= and > for >= on vectors
# Equal items are neither less nor greater.
m := method(a, b, writeln(a < b, " ", a <= b, " ", a > b, " ", a >= b))
m(vector(1, 1), vector(1, 1))
m(vector(1, 2), vector(1, 3))
m(vector(1, 2), vector(1, 1))
m(vector(1), vector(1, 1))
m(vector, vector(1))
