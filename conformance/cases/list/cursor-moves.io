# A cursor walks over a list and changes it.
c := list("a", "b", "c") cursor
writeln(c index, c value, c next, c value, c next, c next, c value, c previous, c value)
c insert("x")
writeln(c collection, c value)
c remove
writeln(c collection, List ListCursor type)
