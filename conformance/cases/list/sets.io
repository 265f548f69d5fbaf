# Lists as sets keep their order; intersect takes the argument's items.
writeln(list(1, 2, 1, "a", "a", list(1), list(1)) unique)
writeln(list(1, 2) union(list(2, 3)), list(1, 1, 2) intersect(list(1, 2, 2, 3)), list(1, 1, 2) difference(list(2)))
list("a", "b", "a") uniqueCount foreach(pair, writeln(pair at(0), pair at(1)))
