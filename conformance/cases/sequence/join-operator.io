# .. joins the texts of both sides and is immutable.
writeln("a" .. 1 .. nil .. list(2) .. 3.5)
writeln(("a" .. "b") isMutable, " ", (1 .. 2) type, " ", (1 .. 2))
writeln("a" .. "", "" .. "b")
