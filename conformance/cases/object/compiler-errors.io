# divergence: text that does not compile raises; the reference ends
writeln(try(Compiler messageForString("(")) error)
writeln(try(Compiler messageForString(5)) error)
writeln(try(Compiler tokensForString("\"")) error)
writeln(try(Message fromString("a := ")) error)
