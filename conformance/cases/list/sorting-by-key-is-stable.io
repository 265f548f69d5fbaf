# Items of equal keys keep their order.
# divergence: sorting is not stable in the reference
list("b1", "a1", "b0", "a0") sortByKey(s, s exSlice(0, 1)) println
list("cc", "a", "bb", "d", "aa", "b") sortByKey(s, s size) println
list(5, 3, 8, 1, 9, 2, 7) sortByKey(n, n % 3) println
