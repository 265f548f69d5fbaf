# in asks a list.
writeln(1 in(list(1, 2)), 3 in(list(1, 2)), "a" in(list("a")), nil in(list))
