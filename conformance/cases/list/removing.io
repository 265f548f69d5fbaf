# Removing by place answers the item, by value the list.
l := list(1, 2, 3, 2, 1, 4)
writeln(l pop, l removeLast, l removeFirst, l removeAt(1), l)
writeln(l remove(2), list(1, 2, 1) remove(1), list(1, 2, 3) remove(1, 3), list(1) remove(5))
writeln(list() pop, list() removeFirst, list() removeLast)
writeln(list(1, 2, 1, 3) removeSeq(list(1, 3)), list(1, 2) removeAll, list(1, 2) empty)
writeln(try(l removeAt(9)) error)
writeln(try(l removeAt(-1)) error)
writeln(try(l remove) error)
