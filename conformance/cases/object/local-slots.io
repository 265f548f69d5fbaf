# hasLocalSlot and getLocalSlot ignore the protos.
a := Object clone do(x := 1)
b := a clone do(y := 2)
writeln(b hasLocalSlot("x"), b hasLocalSlot("y"), b hasSlot("x"), b hasSlot("z"))
writeln(b getLocalSlot("x"), b getLocalSlot("y"), b getSlot("x"))
writeln(try(b hasLocalSlot(1)) error)
writeln(try(b getLocalSlot) error)
