# The scope of a block; a method has none.
b := block(x)
(b scope == Lobby) println
getSlot("b") scope == Lobby
method(1) scope println
x := "lobby"
b call println
o := Object clone do(x := "o")
getSlot("b") setScope(o)
b call println
m := method(local := 1; block(local))
m scope getSlot("local") println
m scope type println
