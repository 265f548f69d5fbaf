# setSlot answers the value; getSlot does not activate and answers nil for what is absent.
o := Object clone
writeln(o setSlot("a", 5), " ", o getSlot("a"), " ", o getSlot("zzz"), " ", o setSlot("b"))
o setSlot("m", method(writeln("ran"); 7))
writeln(o getSlot("m") type, " ", o m)
writeln(try(o setSlot(1, 2)) error)
writeln(try(o setSlot) error)
writeln(try(o getSlot(nil)) error)
