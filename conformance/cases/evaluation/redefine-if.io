# An object's own if is used where it is the receiver, and in do; a global one everywhere.
o := Object clone
o if := method(a, b, list("own", a, b))
o if(1, 2) println
o do(if(3, 4) println)
if(true, "primitive", "no") println
Lobby if := method(a, b, list("lobby", a, b))
if(true, 2) println
m := method(if(true, 3))
m println
Lobby removeSlot("if")
if(true, "again", "no") println
