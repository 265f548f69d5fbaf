# Primitives of Number refuse other receivers; numbers accept slots of their own.
writeln(try(Object clone perform("sqrt")) error)
o := Object clone; o root := Number getSlot("sqrt")
writeln(try(o root) error)
writeln(Number isKindOf(Object), " ", 3 isKindOf(Number), " ", 3 proto == Number, " ", 3 type)
Number twice := method(self * 2)
writeln(4 twice)
