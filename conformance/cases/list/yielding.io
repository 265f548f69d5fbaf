# divergence: a yield inside map, sortBy, reduce or detect ends them in the reference
# Bodies may yield: loops, map and sorting go on where they were.
other := Object clone do(go := method(3 repeat(i, write("<", i, ">"); yield)))
coroDoLater(other go)
writeln(list(1, 2) map(x, yield; x * 2))
writeln(list(3, 1, 2) sortBy(block(a, b, yield; a < b)))
writeln(list(1, 2, 3) reduce(a, b, yield; a + b), list(1, 2) detect(x, yield; x == 2), Map with("k", 1) map(k, v, yield; v))
