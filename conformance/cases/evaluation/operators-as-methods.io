# Operators are messages that objects can define.
V := Object clone do(
    with := method(a, b, v := self clone; v a := a; v b := b; v)
    + := method(o, with(a + o a, b + o b))
    == := method(o, a == o a and b == o b)
    asString := method("<" .. a .. "," .. b .. ">")
)
writeln(V with(1, 2) + V with(3, 4), " ", V with(1, 2) == V with(1, 2), " ", V with(1, 2) == V with(1, 3))
