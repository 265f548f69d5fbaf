# opShuffle moves operands of operators into arguments.
m := Compiler messageForString2("1 + 2")
writeln(m, " | ", m clone opShuffle, " | ", Compiler messageForString("1 + 2"))
