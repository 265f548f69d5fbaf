# tokensForString lists tokens with type, name, line and character.
Compiler tokensForString("a := 1.5 \"s\"") foreach(t, writeln(t name, " ", t type, " ", t line, " ", t character))
writeln(Compiler tokensForString("") size)
writeln(Compiler type)
