# A method in a local runs when it is named; getSlot and a block do not.
m := method(f, f)
writeln(m(method(5)), m(block(5)) type)
n := method(f, getSlot("f") type)
writeln(n(method(5)), list(method(2)) at(0) type)
k := method(x, list(x, call target == Lobby))
writeln(getSlot("k") call(5))
