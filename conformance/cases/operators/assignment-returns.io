# Every assignment answers the value.
(a := 5) println
(a = 6) println
(b ::= 7) println
(o := Object clone) type println
(setSlot("c", 8)) println
list(d := 1, d = 2, d) println
writeln(e := 1, e := 2)
