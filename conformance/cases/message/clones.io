# A clone shares arguments and the rest of the chain; changing it leaves the original alone.
m := message(a(1) b)
c := m clone setName("z")
writeln(m name, " ", c name, " ", c argCount, " ", c next name)
writeln(Message clone, " ", Message clone name)
