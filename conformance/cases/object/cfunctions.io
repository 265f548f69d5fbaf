# Built-ins as values.
f := block(List getSlot("at"))
writeln(f call name, " ", f call asString, " ", f call asSimpleString, " ", f call typeName, " ", f call uniqueName, " ", f call type, " ", f call id type, f call profilerTime)
writeln(f call == List getSlot("at"), f call == List getSlot("size"), f call performOn(list(5, 6), Lobby, message(at(1))))
writeln(try(f call performOn(3, Lobby, message(at(1)))) error)
