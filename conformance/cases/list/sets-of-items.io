# union, intersect and difference make new lists; unique drops repetitions.
a := list(1, 2, 2, 3)
b := list(2, 4)
writeln(a union(b), a intersect(b), a difference(b), a unique, a)
writeln(list unique, a uniqueCount, list uniqueCount)
writeln(list union(b), a intersect(list), a difference(list))
