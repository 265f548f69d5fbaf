# Inserting before an index, or beside an item (at the end if that is missing).
writeln(list(1, 2) atInsert(0, 9), list(1, 2) atInsert(2, 9), list(1, 2) insertAt(9, 1))
writeln(list(1, 2) insertAfter(9, 1), list(1, 2) insertAfter(9, 7))
writeln(list(1, 2) insertBefore(9, 2), list(1, 2) insertBefore(9, 7))
writeln(try(list(1) atInsert(2, 9)) error)
writeln(try(list(1) atInsert(-1, 9)) error)
writeln(try(list(1) insertAt(9, 3)) error)
