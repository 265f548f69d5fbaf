# divergence: the reference's process ends without a word
# An object that is its own "activate" slot has nothing to run: an exception, as of any endless recursion.
a := Object clone
getSlot("a") setSlot("activate", getSlot("a"))
getSlot("a") setIsActivatable(true)
e := try(a)
e error beginsWithSeq("Stack overflow") println

# read from a local, from another object, by perform and by a message
f := method(b := Object clone; getSlot("b") setSlot("activate", getSlot("b")); getSlot("b") setIsActivatable(true); b)
try(f) error beginsWithSeq("Stack overflow") println
holder := Object clone
holder setSlot("a", getSlot("a"))
try(holder a) error beginsWithSeq("Stack overflow") println
try(holder perform("a")) error beginsWithSeq("Stack overflow") println
try(holder doMessage(message(a))) error beginsWithSeq("Stack overflow") println

# the slot is found by inheritance
d := Object clone
getSlot("d") setIsActivatable(true)
Lobby setSlot("activate", getSlot("d"))
try(d) error beginsWithSeq("Stack overflow") println
"on" println
