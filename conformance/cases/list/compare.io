# Lists compare item by item; equality is by content.
writeln(list(1, 2) == list(1, 2), list(1) == list(2), list() == list(), list(1, list(2)) == list(1, list(2)))
writeln(list(1, 2) compare(list(1, 3)), list(1, 2) compare(list(1)), list(1) < list(2), list("a") != list("b"))
