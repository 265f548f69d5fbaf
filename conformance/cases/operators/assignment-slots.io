# ::= also makes a setter, which answers the receiver.
o := Object clone
o width ::= 3
o slotNames sort println
o setWidth(5) == o
(o setWidth(5) == o) println
o width println
p := o clone setWidth(9)
list(o width, p width) println
p hasLocalSlot("width") println
q := o clone
q width = 11
list(o width, q width) println
