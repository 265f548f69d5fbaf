# label, lineNumber and characterNumber tell where a message stands.
m := message(a b)
writeln(m label, " ", m lineNumber, " ", m characterNumber type)
writeln(m setLabel("mine") label, " ", m setLineNumber(7) lineNumber)
writeln(m description, " | ", m asStackEntry)
writeln(try(m setLabel(1)) error)
writeln(try(m setLineNumber("a")) error)
