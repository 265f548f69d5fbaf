# reduce folds from the left, reverseReduce from the right.
l := list(1, 2, 3)
writeln(l reduce(+), " ", l reduce(+, 10), " ", l reduce(a, b, a * b), " ", l reduce(a, b, a * b, 10))
writeln(list() reduce(+), " ", list() reduce(+, 5), " ", list(7) reduce(+), " ", l reduce(max))
s := list("a", "b", "c")
writeln(s reduce(..), " ", s reverseReduce(..), " ", s reverseReduce(a, b, a .. b), " ", s reverseReduce(.., "z"), " ", s reverseReduce(a, b, a .. b, "z"))
writeln(l reduce(a, b, if(b == 2, return 9); a + b), l reduce(a, b, if(b == 3, break(8)); a + b))
writeln(try(l reduce) error)
writeln(try(s reverseReduce) error)
