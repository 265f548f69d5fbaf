# updateSlot sets an existing slot, found anywhere, on the receiver itself.
a := Object clone do(x := 1)
b := a clone
writeln(b updateSlot("x", 2), " ", a x, " ", b x, " ", b hasLocalSlot("x"))
writeln(try(b updateSlot("none", 1)) error)
writeln(try(b none = 1) error)
