# foreachSlot in a method visits the locals.
# divergence: the names are not set anywhere the body looks
m := method(x := 1; names := list; foreachSlot(n, v, names append(n)); names contains("x"))
writeln(m)
