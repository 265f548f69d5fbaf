# perform takes a name or a message; performWithArgList a list.
writeln(list(1, 2) perform("at", 1), " ", 5 perform("+", 2), " ", 1 perform(message(+ 2)))
writeln(list(1, 2) performWithArgList("at", list(0)), " ", 5 performWithArgList("max", list(9)))
writeln(try(5 perform) error)
writeln(try(5 perform("none")) error)
writeln(try(5 performWithArgList("max", 9)) error)
writeln(try(5 performWithArgList) error)
