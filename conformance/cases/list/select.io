# select and selectInPlace; nil and false are out.
l := list(1, 2, 3, 4)
writeln(l select(> 2), l select(x, x isEven), l select(i, x, i > 0), l select(x, nil), l select(x, 0), l)
writeln(l selectInPlace(x, x != 2), l, l selectInPlace(> 1), l selectInPlace(i, x, i == 0))
writeln(try(l select) error)
writeln(try(l selectInPlace) error)
