# appendIfAbsent adds only what is not equal to an item.
l := list(1, "a")
writeln(l appendIfAbsent(1, 2, 2, "a"), l size)
writeln(l appendIfAbsent(nil), l appendIfAbsent(nil))
