# ancestorWithSlot and contextWithSlot in a method look from the locals.
m := method(x := 1; list(contextWithSlot("x") isIdenticalTo(thisLocalContext), ancestorWithSlot("x"), (ancestorWithSlot("while") == nil)))
writeln(m)
