# min and max of an empty list are nil; a message may choose the key.
l := list(3, 1, 2)
writeln(l min, l max, list min, list max, list(5) max)
writeln(list("ccc", "a", "bb") max(size), list("ccc", "a", "bb") min(size))
writeln(list("b", "a") min, list("b", "a") max)
