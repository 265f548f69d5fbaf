# reduce with an operator a program defines.
Vec := Object clone do(
    x := 0
    with := method(v, n := self clone; n x = v; n)
    setSlot("+", method(o, Vec with(x + o x)))
)
writeln(list(Vec with(1), Vec with(2), Vec with(3)) reduce(+) x)
writeln(list(Vec with(1), Vec with(2)) sum x)
total := 0
writeln(list(1, 2, 3) reduce(a, b, total + a + b), total)
