# In a method, slot messages without receiver act on the locals.
o := Object clone do(y := 3)
o m := method(a,
    setSlot("b", 2)
    list(getSlot("a"), getSlot("y"), getLocalSlot("b"), hasLocalSlot("y"), hasLocalSlot("b"), y)
)
writeln(o m(1), " ", o hasSlot("b"))
