# removeSlot and removeAllSlots in a method act on the locals.
o := Object clone do(y := 3)
o m := method(x := 1; removeSlot("x"); removeSlot("y"); list(hasLocalSlot("x"), y))
writeln(o m)
