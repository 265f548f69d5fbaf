# A primitive on an object of another kind.
o := Object clone
o add := Number getSlot("+")
try(o add(1)) error println
o size := Sequence getSlot("size")
try(o size) error println
Dog := Object clone
Dog append := List getSlot("append")
try(Dog append(1)) error println
try(List clone performWithArgList("at", list(nil))) error println
