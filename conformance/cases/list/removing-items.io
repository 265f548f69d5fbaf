# remove takes out every equal item, removeAt one index, removeFirst and removeLast the ends.
l := list(1, 2, 1, 3, 1)
writeln(l remove(1), l remove("x"), l remove(2, 3), l size)
l := list("a", "b", "c", "d")
writeln(l removeAt(1), l removeFirst, l removeLast, l pop, l)
writeln(list removeFirst, list removeLast, list pop)
writeln(try(list removeAt(0)) error)
writeln(try(list(1) removeAt(-1)) error)
writeln(try(list(1) removeAt("a")) error)
