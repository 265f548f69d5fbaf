# setSlotWithType names the value's type unless it has one of its own.
o := Object clone
o setSlotWithType("Foo", Object clone)
writeln(o Foo type, " ", o Foo clone type)
o setSlotWithType("Bar", o Foo)
writeln(o Bar type)
writeln(try(o setSlotWithType(1, 2)) error)
