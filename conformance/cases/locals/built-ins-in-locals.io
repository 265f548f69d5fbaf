# Locals that hold built-ins: reading one calls it, with the locals as receiver.
context := method(v := self getSlot("thisContext"); list(v == thisContext, v type, v isIdenticalTo(self)))
Object clone context println
slots := method(a, b := 2; names := getSlot("slotNames"); names sort)
slots(1) println
wrong := method(s := List getSlot("size"); list(try(s) error, try(s) error))
wrong println
typed := method(t := Object getSlot("type"); 3 repeat(t); t)
typed println
changes := method(
    f := Object getSlot("type")
    seen := list
    5 repeat(i,
        seen append(f)
        if(i == 1, f = method("a method"))
        if(i == 2, f = "a value")
        if(i == 3, f = Object getSlot("type"))
    )
    seen
)
changes println
cloned := method(c := Object getSlot("clone"); made := c; made x := 3; list(made x, made isIdenticalTo(thisLocalContext)))
cloned println
again := method(n, g := Object getSlot("type"); n repeat(g; g; g); g)
list(again(1), again(100)) println
