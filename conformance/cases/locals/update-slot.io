# updateSlot in a method changes a local if there is one, else the receiver's slot.
o := Object clone do(y := 3)
o m := method(x := 1; updateSlot("x", 5); updateSlot("y", 6); x)
writeln(o m, " ", o y)
o n := method(updateSlot("none", 1))
writeln(try(o n) error)
