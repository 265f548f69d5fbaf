# join uses asString of the items.
writeln(list(1, 2, 3) join, list(1, 2, 3) join(", "), "[", list() join(","), "]")
writeln(list("a", list(1), nil) join("-"), list(1, 2) join(3), list("a", "b") join(nil))
o := Object clone do(asString := method("o" .. "!"))
writeln(list(o, "x", o) join("+"), list(1, 2) join(o))
