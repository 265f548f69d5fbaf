# join uses the texts of the items.
writeln(list(1, "a", nil, list(2)) join(", "), "|", list join("x"), "|", list("a") join, "|", list("a", "b") join)
writeln(list("a", "b") join(1))
