# Tokens know their lines.
Compiler tokensForString("a\nb c\n\n\nd") foreach(t, write(t name, "@", t line, " "))
writeln
