# shallowCopy and init in a method are about the locals.
m := method(x := 1; list(shallowCopy getLocalSlot("x"), init isIdenticalTo(thisLocalContext)))
writeln(m)
