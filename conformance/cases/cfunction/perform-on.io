# performOn runs a primitive on a target.
f := List getSlot("at")
writeln(getSlot("f") performOn(list(7, 8), Lobby, message(at(1))))
writeln(try(getSlot("f") performOn(5, Lobby, message(at(1)))) error)
