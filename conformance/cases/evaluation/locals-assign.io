# := makes a local, = finds the local or the receiver's slot, ::= writes to the receiver.
o := Object clone do(x := 1)
o m := method(x := 5; x)
list(o m, o x) println
o n := method(x = 7; x)
list(o n, o x) println
o k := method(x := 5; x = 6; list(x, self x))
o k println
o j := method(y ::= 3; list(thisLocalContext hasLocalSlot("y"), self y))
o j println
o slotNames sort println
o i := method(self z := 4; z)
list(o i, o z) println
o clone do(n) x println
