# An object without protos does not reach the Lobby's forward.
o := Object clone do(own := "own")
o removeAllProtos
getSlot("o") own println
try(o foo) error println
try(o println) error println
l := list(1) removeAllProtos
try(l size) error println
