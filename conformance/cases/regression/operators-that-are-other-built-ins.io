# An operator of numbers that is another built-in is that built-in.
plus := Number getSlot("+")
Number setSlot("+", Number getSlot("asString"))
three := 3
((1 + 2) .. "!") println
((three + 2) .. "!") println
f := method(n, n + 1)
f(5) type println
Number setSlot("+", Number getSlot("-"))
(5 + 3) println
f(5) println
Number setSlot("+", getSlot("plus"))
f(5) println
less := Number getSlot("<")
Number setSlot("<", Number getSlot(">"))
g := method(n, if(n < 3, "less", "not less"))
g(1) println
g(5) println
Number setSlot("<", getSlot("less"))
g(1) println
equal := Number getSlot("==")
Number setSlot("==", Object getSlot("!="))
h := method(n, if(n == 3, "equal", "not equal"))
h(3) println
h(4) println
Number setSlot("==", getSlot("equal"))
h(3) println
for(i, 1, 3, if(i % 2 == 0, i println))
rest := Number getSlot("%")
Number setSlot("%", Number getSlot("*"))
(7 % 3) println
Number setSlot("%", getSlot("rest"))
(7 % 3) println
