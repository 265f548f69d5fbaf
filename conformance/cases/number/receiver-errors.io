# A function of numbers on another kind says for which type it is.
plus := Number getSlot("+")
o := Object clone
o f := Number getSlot("sqrt")
writeln(try(o f) error)
l := list(1)
l f := Number getSlot("abs")
writeln(try(l f) error)
