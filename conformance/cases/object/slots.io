# Reading, setting, testing and removing slots.
o := Object clone
o setSlot("a", 1) println
o getSlot("a") println
o getSlot("missing") println
o hasSlot("a") println
o hasSlot("missing") println
o hasSlot("clone") println
o hasLocalSlot("clone") println
o getLocalSlot("clone") println
o updateSlot("a", 2) println
o slotNames println
o slotValues println
(o removeSlot("a") == o) println
o getSlot("a") println
(o removeSlot("a") == o) println
o setSlot("empty") println
o slotNames println
o setSlot("a", 1); o setSlot("b", 2)
o removeAllSlots slotNames println
o setSlot("with space", 5)
o perform("with space") println
o getSlot("with space") println
