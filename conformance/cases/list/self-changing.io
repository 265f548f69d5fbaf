# Bodies that change the list they are asked about: map, select and sorting work on a copy.
l := list(3, 1, 2)
writeln(l map(x, l remove(x); x), l)
l := list(3, 1, 2)
writeln(l sortBy(block(a, b, l append(0); a < b)), l size > 3)
l := list(1, 2, 3)
writeln(l select(x, l empty; true), l)
