# itemCopy and clone are new lists; copy takes over another list's items.
a := list(1, list(2))
b := a itemCopy
b append(3)
c := a clone
c append(4)
writeln(a, b, c, b at(1) isIdenticalTo(a at(1)))
writeln(a copy(list(9)), a)
writeln(try(a copy(1)) error)
