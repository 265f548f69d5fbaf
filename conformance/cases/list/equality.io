# Lists are equal item by item and ordered likewise.
writeln(list(1, 2) == list(1, 2), list(1) == list(1, 2), list(list(1)) == list(list(1)), list == list)
writeln(list(1, 2) != list(1, 2), list(1) == 1, list == nil)
writeln(list(1, 2) compare(list(1, 3)), list(2) compare(list(1, 5)), list(1) < list(2))
