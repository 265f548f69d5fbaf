# `with` keeps the receiver's items; max and min compare with messages, keys come from their first argument, equal items keep their order.
list("b", "a") with("X") println
List with("X") println
list(1, 2) with println
list("pear", "fig", "plum", "kiwi") max(size) println
list("pear", "fig", "plum", "kiwi") min(size) println
Weight := Object clone do(
    n := 0
    > := method(other, n > other n)
    < := method(other, n < other n)
)
weights := list(2, 3, 1) map(x, w := Weight clone; w n = x; w)
weights max n println
weights min n println
list("12", 12, -10, "raw") sortBy(block(a, b, a asString < b asString)) println
list(2, 1, 2, 1, 3, 2) sortBy(block(a, b, a < b)) println
writeln(try(list(1, "a") max) error)
list() max println
