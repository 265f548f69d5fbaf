# sortInPlace and sortInPlaceBy change the receiver and answer it.
l := list(3, 1, 2)
writeln(l sortInPlace, l, l sortInPlaceBy(block(a, b, a > b)), l)
writeln(list("bb", "a") sortInPlace(size), list(2, 1) sort, list(1, 3, 2) sortBy(block(a, b, a > b)))
writeln(try(l sortInPlaceBy) error)
writeln(try(l sortBy(5)) error)
