# In a method, primitives without receiver act on the locals: type, slots, clone.
o := Object clone do(type := "OO"; y := 3)
o m := method(type); o m println
o m := method(self type); o m println
o m := method(getSlot("y")); o m println
o m := method(self getSlot("y")); o m println
o m := method(list(hasLocalSlot("y"), hasSlot("y"))); o m println
o m := method(slotNames sort); o m println
o m := method(a, b := 1; slotNames sort); o m println
o m := method(clone type); o m println
o m := method(self clone type); o m println
o m := method(isIdenticalTo(self)); o m println
o m := method(thisContext isIdenticalTo(self)); o m println
o m := method(proto type); o m println
