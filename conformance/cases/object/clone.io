# clone makes an empty object with one proto, and sends it init.
o := Object clone
o protos size println
o slotNames size println
(o proto == Object) println
A := Object clone do(init := method(self log := list("init")))
a := A clone
a log println
a clone log append("more") println
a log println
A slotNames sort println
(A cloneWithoutInit hasLocalSlot("log")) println
B := Object clone do(init := method("ignored"))
B clone type println
list(nil clone, true clone, false clone, 5 clone) println
l := list(1, 2)
m := l clone append(3)
list(l size, m size) println
"text" clone println
