# Assigning to a capitalised name in a method makes a local whose value gets the type.
m := method(Foo := Object clone; list(Foo type, hasLocalSlot("Foo")))
writeln(m, Lobby hasSlot("Foo"))
m := method(setSlotWithType("Bar", Object clone); Bar type)
writeln(m)
