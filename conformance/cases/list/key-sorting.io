# sortByKey computes each key once; sortKey separates keys and order.
l := list("ccc", "a", "bb")
n := 0
writeln(l sortByKey(size), l sortByKey(x, n = n + 1; x size), l)
writeln(l sortKey(size) sort, l sortKey(x, x size) sort(>))
