# sort ignores arguments; sortInPlace takes a message for each item.
list(3, 1, 2) sort(>) println
list(3, 1, 2) sort println
l := list("ccc", "a", "bb")
l sortInPlace(size)
l println
try(list(3, 1, 2) sortInPlace(x, x negate)) error println
list(3, 1, 2) sortBy(block(a, b, a > b)) println
