# = needs a slot that exists.
try(x1 = 5) error println
o := Object clone
try(o y = 1) error println
try(o updateSlot("z", 1)) error println
m := method(q = 1)
try(m) error println
try(unknownThing a := 1) error println
o p := 1
o p = 2
o p println
