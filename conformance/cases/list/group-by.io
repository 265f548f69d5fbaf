# groupBy makes a map of lists; keys are texts.
g := list(1, 2, 3, 4, 5) groupBy(x, x % 3)
g keys sort foreach(k, writeln(k, " ", g at(k)))
writeln(list(1, 2) groupBy(isEven) at("true"), list("x", "y") groupBy(i, x, i) at("1"))
writeln(try(list(1) groupBy) error)
