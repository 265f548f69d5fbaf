# removeSlot uncovers the proto's slot; removeAllSlots leaves none.
a := Object clone do(x := 1)
b := a clone do(x := 2; y := 3)
writeln(b removeSlot("x") isIdenticalTo(b), " ", b x, " ", b removeSlot("zzz") isIdenticalTo(b))
writeln(b removeAllSlots slotNames, " ", b x)
writeln(try(b removeSlot(1)) error)
writeln(try(b removeSlot) error)
