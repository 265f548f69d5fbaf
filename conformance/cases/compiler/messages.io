# messageForString shuffles, messageForString2 does not.
writeln(Compiler messageForString("a b + 1"), " | ", Compiler messageForString2("a b + 1"))
