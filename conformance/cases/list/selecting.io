# select keeps items for which the body is true, detect finds the first.
l := list(1, 2, 3, 4)
writeln(l select(> 2), l select(x, x % 2 == 0), l select(i, x, i < 1), l select(x, nil), l select(isEven))
writeln(l detect(> 2), l detect(x, x > 9), l detect(i, x, i == 2), list detect(x, true))
writeln(l selectInPlace(> 1), l, l selectInPlace(x, x == 3), l selectInPlace(i, x, false))
writeln(try(l select) error)
writeln(try(l detect) error)
