# map takes a message, a name and a body, or an index too.
l := list(1, 2, 3)
writeln(l map(* 2), l map(x, x + 1), l map(i, x, i * x), l map(negate), list map(x, x))
writeln(l, l mapInPlace(x, x * 10), l, l mapInPlace(/ 10))
writeln(try(l map) error)
