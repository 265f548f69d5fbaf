# sort makes a new list and ignores arguments; sortInPlace may take a message for the key.
l := list(3, 1, 2)
writeln(l sort, l sort(>), l, l sortInPlace, l, l sortInPlace(negate), l)
writeln(list("b", "A", "a", "B") sort, list("ccc", "a", "bb") sortInPlace(size))
writeln(list(list(2, 1), list(1, 2), list(3)) sort map(asString))
writeln(list() sort, list(1) sort, list(1, 1, 0, 1) sort)
