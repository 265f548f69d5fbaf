# Walking a message tree.
m := message(foo(1, b c) bar; baz)
writeln(m name, " ", m argCount, " ", m arguments, " ", m argAt(0), " ", m argAt(-1), " ", m argAt(5))
writeln(m next name, " ", m next next isEndOfLine, " ", m last, " ", m lastBeforeEndOfLine name, " ", m next nextIgnoreEndOfLines)
writeln(m next previous name, m previous, m label split("/") last, " ", m lineNumber, m type)
writeln(message(), message(a, b), message(nil) cachedResult, message(1.50) name, message(a) == message(a))
writeln(try(m argAt) error)
