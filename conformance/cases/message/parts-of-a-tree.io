# name, arguments, next and last walk a message tree.
m := message(a(1, b) c d)
writeln(m name, " ", m argCount, " ", m arguments, " ", m next name, " ", m last name, " ", m next next next)
writeln(m argAt(0), m argAt(1) name, m argAt(2), m argAt(-1) name)
writeln(try(m argAt) error)
writeln(try(m argAt("a")) error)
