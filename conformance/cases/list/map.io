# The three forms of map; the list is not changed.
l := list(1, 2, 3)
writeln(l map(* 2), l map(x, x * 2), l map(i, x, i * x), l map(asString), l)
writeln(list() map(x, x), l map(x, l append(x)) size, l)
writeln(try(l map) error)
