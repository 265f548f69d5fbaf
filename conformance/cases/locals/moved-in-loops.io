# Locals that have become slots of an object are read, written and counted in by loops, while their values, setters and shapes change.
count := method(n,
    here := thisLocalContext
    sum := 0
    for(i, 1, n, sum = sum + i)
    n repeat(i, sum = sum + i)
    list("a", "b", "c") foreach(i, item, sum = sum + i; last := item)
    list(sum, i, last, here getSlot("sum"), here getSlot("i"), here getSlot("item"))
)
count(4) println
count(5) println

seenByBlocks := method(n,
    add := block(k, total = total + k)
    total := 0
    for(i, 1, n, add call(i); total = total + 1)
    list(1, 2, 3) foreach(x, total = total + x)
    total
)
seenByBlocks(3) println
seenByBlocks(4) println

becomesMethod := method(
    here := thisLocalContext
    v := 1
    seen := list
    for(i, 1, 5,
        if(i == 3, here setSlot("v", method("called " .. i)))
        if(i == 5, v := i)
        seen append(v)
    )
    seen
)
becomesMethod println

goesAway := method(
    here := thisLocalContext
    v := "local"
    seen := list
    4 repeat(i,
        if(i == 2, here removeSlot("v"))
        seen append(v)
    )
    seen
)
v := "of the lobby"
goesAway println

otherSetter := method(
    here := thisLocalContext
    v := 0
    seen := list
    6 repeat(i,
        if(i == 2, here setSlot("updateSlot", method(name, value, seen append(list(name, value)); value)))
        if(i == 4, here removeSlot("updateSlot"))
        v = i
    )
    list(v, seen)
)
e := try(otherSetter println)
if(e, e error println)

setters := method(
    here := thisLocalContext
    seen := list
    6 repeat(i,
        if(i == 2, here setSlot := method(name, value, seen append(list(name, value)); value))
        w := i
    )
    list(w, seen)
)
setters println

gains := method(n,
    here := thisLocalContext
    v := 0
    n repeat(i,
        here setSlot("extra" .. i, i)
        v = v + i
    )
    list(v, here slotNames size > n)
)
gains(5) println
gains(60) println

holds := method(f,
    here := thisLocalContext
    answers := list
    4 repeat(i,
        if(i == 2, f := 10)
        answers append(f)
    )
    answers
)
holds("text") println

selfChanges := method(
    here := thisLocalContext
    seen := list
    list(1, "two", list(3)) foreach(self, seen append(self type))
    seen
)
selfChanges println

nested := method(n,
    keep := block(n)
    for(i, 1, n, for(j, 1, i, n = n + j))
    list(n, keep call)
)
nested(3) println
nested(3) println
