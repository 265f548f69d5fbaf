# An activatable object runs what its slot "activate" holds; that may be such an object again, and in the end itself.
a := Object clone
a activate := method(list(self type, call sender type, call message name))
a setIsActivatable(true)
holder := Object clone
holder setSlot("a", getSlot("a"))
holder a println

# through two objects
b := Object clone
b setSlot("activate", getSlot("a"))
b setIsActivatable(true)
holder setSlot("b", getSlot("b"))
holder b println

# to a plain value; without the slot the object itself is the answer
getSlot("b") setSlot("activate", 7)
holder b println
c := Object clone
c setIsActivatable(true)
holder setSlot("c", getSlot("c"))
(holder c) isIdenticalTo(getSlot("c")) println
(holder perform("c")) isIdenticalTo(getSlot("c")) println
(holder c type) println
