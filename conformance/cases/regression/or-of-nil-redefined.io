# What nil's and false's own or and and do was remembered by place, and no place heard when they were replaced.
# divergence: the reference ends without a word when nil's or has been replaced
f := method(x, x or 5)
g := method(x, x and 5)
f(nil) println
f(nil) println
nilOr := nil getSlot("or")
nil setSlot("or", method(v, "mine"))
f(nil) println
nil setSlot("or", getSlot("nilOr"))
f(nil) println

g(false) println
g(false) println
old := false getSlot("and")
false setSlot("and", method(v, "my and " .. v))
g(false) println
false setSlot("and", old)
g(false) println
