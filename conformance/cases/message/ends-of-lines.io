# Terminators are messages too.
m := message(a; b)
writeln(m next isEndOfLine, m isEndOfLine, " ", m nextIgnoreEndOfLines name, " ", m lastBeforeEndOfLine name, " ", m last name)
