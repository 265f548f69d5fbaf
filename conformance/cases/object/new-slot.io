# newSlot makes a slot with a setter that answers the receiver.
o := Object clone
writeln(o newSlot("speed", 5), " ", o speed, " ", o setSpeed(6) speed, " ", o slotNames sort)
o newSlot("empty")
writeln(o empty, " ", o setEmpty(1) empty)
