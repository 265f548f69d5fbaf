# A clone is a copy of the whole tree.
a := message(a(1) b)
b := a clone setName("c")
writeln(a code, " ", b code, " ", b next == a next, b next setName("z"), b argAt(0) setName("y"), a, " ", Message clone, " ", Message clone next)
writeln(Message clone setName("foo") setArguments(list(message(x))) code, Message name)
