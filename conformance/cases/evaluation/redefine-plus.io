# A method of Number can be replaced, and put back.
plus := Number getSlot("+")
f := method(1 + 2)
f println
Number + := method(x, "sum with " .. x)
f println
(5 + 6) println
Number setSlot("+", getSlot("plus"))
f println
(5 + 6) println
