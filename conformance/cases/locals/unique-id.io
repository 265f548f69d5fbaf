# uniqueId in a method is that of the locals.
m := method(list(uniqueId == thisLocalContext uniqueId, uniqueId == self uniqueId))
writeln(m)
