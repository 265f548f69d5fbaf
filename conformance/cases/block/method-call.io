# call on a method value runs it with the caller's locals as receiver.
m := method(x := 5; f := method(x); getSlot("f") call)
m println
f := method(v, v * 2)
getSlot("f") call(4) println
o := Object clone do(y := 8; g := method(y))
o getSlot("g") performOn(o) println
try(o getSlot("g") call) error println
y := "global y"
o getSlot("g") call println
