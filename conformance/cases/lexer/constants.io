# nil, true and false are literals: no slot hides them, not even one on the receiver.
setSlot("nil", 5)
nil println
o := Object clone
o setSlot("true", "hidden")
o true println
o getSlot("true") println
o do(true println)
m := method(setSlot("false", 1); false)
m println
removeSlot("nil")
