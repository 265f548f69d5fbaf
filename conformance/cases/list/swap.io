# swapIndices exchanges two items.
l := list("a", "b", "c")
writeln(l swapIndices(0, 2), l swapIndices(1, 1))
writeln(try(l swapIndices(0, 5)) error)
writeln(try(l swapIndices(-1, 0)) error)
writeln(try(l swapIndices("a", 0)) error)
