# mapInPlace replaces the items.
l := list(1, 2, 3)
writeln(l mapInPlace(* 2), l, l mapInPlace(x, x + 1), l mapInPlace(i, x, i), l)
writeln(try(l mapInPlace) error)
