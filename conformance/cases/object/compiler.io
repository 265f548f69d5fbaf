# Text to tokens and message trees.
t := Compiler tokensForString("a + 0x1 1.5 \"s\" ; b(c,d)")
writeln(t map(name) join(" "))
writeln(t map(type) join(" "))
writeln(t map(line) join(" "), " ", t map(character) join(" "), " ", t first slotNames sort)
writeln(Compiler messageForString("a + b"), " ", Compiler messageForString2("a + b"), " ", Compiler messageForString("a", "lab") label)
writeln(Compiler messageForString2("a + b * c") opShuffle)
