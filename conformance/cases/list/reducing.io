# reduce takes an operator or names and a body, and may begin with a value.
l := list(1, 2, 3, 4)
writeln(l reduce(+), " ", l reduce(*), " ", l reduce(+, 10), " ", l reduce(max))
writeln(l reduce(a, b, a - b), " ", l reduce(a, b, a * b, 2), " ", l reverseReduce(a, b, a - b), " ", l reverseReduce(-))
writeln(list reduce(+), list(7) reduce(+), list reduce(+, 3))
