# shallowCopy has the same slots and shares their values.
a := Object clone do(l := list(1))
b := a shallowCopy
b l append(2)
b x := 1
writeln(a l, " ", a hasSlot("x"), " ", b slotNames sort)
