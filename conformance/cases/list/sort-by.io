# sortBy takes a block that says whether its first argument comes before its second.
l := list(3, 1, 4, 1, 5, 9, 2, 6)
writeln(l sortBy(block(a, b, a < b)), l sortBy(block(a, b, a > b)), l)
writeln(l sortInPlaceBy(block(a, b, a > b)), l)
writeln(list("ccc", "a", "bb") sortBy(block(a, b, a size < b size)))
writeln(list(2, 1, 3) sortBy(block(a, b, return a < b)))
writeln(try(l sortBy) error)
writeln(try(l sortInPlaceBy(1)) error)
