# code and asString print source, asSimpleString in one line, codeOfLength cut.
m := message(if(a > 1, b foo; c, "text\n"))
writeln(m code)
writeln(m asString == m code)
writeln(m asSimpleString)
writeln(m codeOfLength(10))
