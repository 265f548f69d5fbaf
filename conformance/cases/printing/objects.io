# How objects without an asString of their own print: a summary of their slots, sorted by name.
o := Object clone do(b := 1; a := "text"; m := method(x, y, x); l := list(1, 2); n := nil)
o println
o asString size == o slotSummary size
Dog := Object clone do(name := "Rex")
Dog println
Dog clone println
Object clone print
writeln("|")
