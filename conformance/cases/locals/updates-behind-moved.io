# Assignments to slots of self where the locals have become an object, while all that answers changes.
Counter := Object clone do(
    n := 0
    go := method(times,
        updateSlot := getSlot("updateSlot")
        here := thisLocalContext
        times repeat(n = n + 1; n = n + 1)
        n
    )
    kept := method(times,
        here := thisLocalContext
        times repeat(n = n + 1)
        n
    )
    becomesLocal := method(
        updateSlot := getSlot("updateSlot")
        seen := list
        4 repeat(i,
            if(i == 2, thisLocalContext setSlot("n", 100))
            n = n + 1
            seen append(n)
        )
        seen append(self n)
    )
    otherSetter := method(
        updateSlot := getSlot("updateSlot")
        seen := list
        4 repeat(i,
            if(i == 2, updateSlot := method(name, value, seen append(name .. " to " .. value); value))
            n = n + 1
        )
        seen append(n)
    )
    loses := method(
        updateSlot := getSlot("updateSlot")
        3 repeat(i,
            if(i == 2, self removeSlot("n"))
            n = n + 1
        )
        n
    )
    inBlock := method(
        add := block(k, n = n + k; n)
        list(add call(1), add call(2), add call(n))
    )
    holdsMethod := method(
        updateSlot := getSlot("updateSlot")
        3 repeat(i, m = if(i == 1, method("a method"), i))
        list(m, self getSlot("m") type)
    )
    m := nil
)
a := Counter clone
list(a go(3), Counter n, a go(2), a kept(2)) println
b := Counter clone do(other := 1)
list(b go(1), a go(1), b kept(1), b other) println
Counter clone becomesLocal println
Counter clone otherSetter println
c := Counter clone
c n = 5
c loses println
Counter n println
Counter clone inBlock println
Counter clone holdsMethod println
d := Counter clone
Counter removeSlot("n")
try(d go(1)) error println
Counter n := 50
d go(1) println
