# Actors wait for each other's futures.
# divergence: in the reference a message to an unresolved proxy may answer a coroutine or lose the rest of its chain
a := Object clone do(value := method(b other(10) + 1))
b := Object clone do(other := method(x, c last * x))
c := Object clone do(last := method(3))
r := a @value
r println
d := Object clone do(get := method(f := c @last; f + 1))
(d @get + 1) println
Squarer := Object clone do(with := method(n, s := self clone; s n := n; s); square := method(n * n))
s := list(1, 2, 3) map(i, Squarer with(i) @square)
s map(f, f + 0) println
