# asBoolean and become exist on the locals as well.
m := method(asBoolean)
writeln(m)
