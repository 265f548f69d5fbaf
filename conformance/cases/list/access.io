# Items by index: negative indexes count from the end, fractions are cut, what is missing is nil.
l := list(10, 20, 30)
writeln(l at(0), " ", l at(-1), " ", l at(1.9), " ", l at(3), " ", l at(-4))
writeln(l first, " ", l second, " ", l third, " ", l last, " ", l rest)
writeln(l first(2), " ", l last(2))
writeln(list() first, " ", list() second, " ", list() third, " ", list() last, " ", list() rest)
writeln(l size, " ", l isEmpty, " ", l isNotEmpty, " ", list() size, " ", list() isEmpty)
writeln(try(l at("x")) error)
writeln(try(l at) error)
