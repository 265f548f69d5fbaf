# A cursor walks over a list and changes it.
c := list(5, 6, 7) cursor
writeln(c value, c next, c value, c next, c next, c value, c index)
writeln(c previous, c value, c remove, c collection, c insert(9), c value)
c setIndex(0)
writeln(c previous, c index, c setCollection(list("x")) value, list() cursor value, list() cursor next)
