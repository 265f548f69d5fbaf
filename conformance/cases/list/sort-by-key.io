# sortByKey evaluates a key for each item once; sortKey leaves the order to a second message.
l := list("ccc", "a", "bb")
writeln(l sortByKey(size), l sortByKey(x, x size negate), l)
count := 0
list(3, 2, 1) sortByKey(x, Lobby count = count + 1; x)
writeln(count)
writeln(l sortKey(size) sort, l sortKey(x, x size) sort(>), l sortKey(size) sort(a, b, a > b))
