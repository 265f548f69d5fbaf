# setName, setArguments and setNext change a tree.
m := message(a)
writeln(m setName("b"), " ", m setArguments(list(message(1), message(x y))), " ", m setNext(message(c)), " ", m setNext)
writeln(try(m setName(1)) error)
writeln(try(m setArguments(5)) error)
writeln(try(m setArguments(list(1))) error)
writeln(try(m setNext(5)) error)
