# An exception in a body leaves the loop.
e := try(list(1, 2) foreach(x, if(x == 2, Exception raise("foreach ", x))))
writeln(e error)
e := try(list(1, 2) map(x, Exception raise("map")))
writeln(e error)
e := try(list(2, 1) sortBy(block(a, b, Exception raise("sort"))))
writeln(e error)
writeln(try(list(1) detect(x, nosuchthing)) error)
