# How blocks print themselves.
m := method(x, x + 1; x foo("a", y))
getSlot("m") println
getSlot("m") asString print
block(1) asString print
block(a, if(a, 1, 2)) asString print
"end" println
