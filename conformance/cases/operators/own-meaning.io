# Operators are messages: an object may define them.
Point := Object clone do(
    x := 0; y := 0
    with := method(a, b, p := Point clone; p x := a; p y := b; p)
    + := method(p, with(x + p x, y + p y))
    - := method(p, with(x - p x, y - p y))
    * := method(n, with(x * n, y * n))
    == := method(p, x == p x and y == p y)
    asString := method("(" .. x .. "; " .. y .. ")")
)
a := Point with(1, 2)
b := Point with(10, 20)
(a + b * 2) println
(b - a) println
((a + b) * 2) println
(a == Point with(1, 2)) println
(a + b == b + a) println
