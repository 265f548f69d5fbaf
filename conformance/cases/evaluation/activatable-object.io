# An object flagged activatable is sent activate when it is read.
o := Object clone do(activate := method(42)) setIsActivatable(true)
o println
getSlot("o") isActivatable println
holder := Object clone
holder slot := getSlot("o")
holder slot println
holder getSlot("slot") setIsActivatable(false)
holder slot type println
getSlot("holder") isActivatable println
Object clone do(m := method(1)) getSlot("m") isActivatable println
block(1) isActivatable println
