# sum, average, max and min; max and min take a message for the key.
writeln(list(1, 2, 3) sum, " ", list(1, 2) average, " ", list(3, 1, 2) max, " ", list(3, 1, 2) min)
writeln(list() sum, list() max, list() min)
writeln(list("a", "ccc", "bb") max(size), list("a", "ccc", "bb") min(size), list(3, 1, 2) max(negate))
writeln(list("b", "a") max, list("b", "a") min)
writeln(try(list() average) error)
writeln(try(list(1, nil) sum) error)
