# reverseForeach goes from the end, with indexes.
l := list("a", "b", "c")
l reverseForeach(i, v, write(i, v, " "))
l reverseForeach(v, write(v))
writeln
writeln(l reverseForeach(v, v), list reverseForeach(v, v), l reverseForeach(v, break(9)))
