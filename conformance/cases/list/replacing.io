# atPut and swapIndices need an index that is there; negatives are not.
l := list(1, 2, 3)
writeln(l atPut(1, "b"), " ", l atPut(0))
writeln(l swapIndices(0, 2))
writeln(try(l atPut(3, 1)) error)
writeln(try(l atPut(-1, 1)) error)
writeln(try(l swapIndices(0, 3)) error)
writeln(try(l swapIndices(0)) error)
