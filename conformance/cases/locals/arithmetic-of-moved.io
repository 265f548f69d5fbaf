# Sums, comparisons and counters over locals that are slots of an object by then, while their values, setters, protos and names change.
sums := method(n,
    here := thisLocalContext
    a := 1; b := 2
    n repeat(
        a = a + b
        b = b * 2 - a / 4
        c := a % 7
        d := a - 1
        a = a - 0.5
    )
    list(a, b, c, d, here getSlot("a"), here getSlot("c"))
)
sums(1) println
sums(6) println

compares := method(x, y,
    here := thisLocalContext
    out := list
    3 repeat(
        p := x < y; q := x <= y; r := x > y; s := x >= y; t := x == y; u := x != y
        if(x < y, out append("<"), out append("not <"))
        if(x >= 3, out append(">= 3"))
        if(x == 2, out append("is 2"))
        if(x != y, out append("differ"))
        x = x + 1
    )
    out append(p, q, r, s, t, u)
)
compares(1, 2) println
compares(2, 2) println
compares(3, "three") type println

becomesText := method(
    here := thisLocalContext
    v := 1
    out := list
    4 repeat(i,
        if(i == 2, here setSlot("v", "text"))
        if(v == 2, out append("two"))
        e := try(v = v + 1)
        out append(if(e, e error, v))
    )
    out
)
becomesText println

becomesMethod := method(
    here := thisLocalContext
    v := 1; calls := 0
    out := list
    4 repeat(i,
        if(i == 2, here setSlot("v", method(calls = calls + 1; 10)))
        w := v + 1
        if(v > 5, out append("more"))
        out append(w)
    )
    out append(calls)
)
becomesMethod println

goes := method(
    here := thisLocalContext
    v := 1
    out := list
    5 repeat(i,
        if(i == 2, here removeSlot("v"))
        if(i == 4, here setSlot("v", 50))
        e := try(v = v + 1)
        out append(if(e, e error, v))
    )
    out
)
v := 100
goes println
v println

otherUpdate := method(
    here := thisLocalContext
    v := 1
    out := list
    5 repeat(i,
        if(i == 2, here setSlot("updateSlot", method(name, value, out append(name); value)))
        v = v + 1
        v = v * 2
    )
    list(v, out)
)
otherUpdate println

otherSet := method(
    here := thisLocalContext
    v := 1
    out := list
    5 repeat(i,
        if(i == 2, here setSlot("setSlot", method(name, value, out append(name); value)))
        v := v + 1
    )
    list(v, out)
)
otherSet println

otherProto := method(
    here := thisLocalContext
    v := 1
    out := list
    5 repeat(i,
        if(i == 2, here appendProto(Object clone do(w := 7)))
        v = v + 1
        out append(try(out append(w)) isNil)
    )
    list(v, out)
)
otherProto println

readers := method(things,
    here := thisLocalContext
    sum := 0
    things foreach(thing,
        sum = sum + thing weight
        if(thing weight > 2, sum = sum + thing weight)
        if(thing isHeavy, sum = sum + 100)
    )
    sum
)
Light := Object clone do(weight := 1; isHeavy := false)
Heavy := Light clone do(weight := method(5); isHeavy := true)
readers(list(Light, Heavy, Light, Heavy)) println
readers(list(Light, Light)) println

fresh := method(n,
    here := thisLocalContext
    if(n > 2, late := n + 1)
    if(n > 3, late = late + 1)
    e := try(late = late * 2)
    if(e, e error, late)
)
list(fresh(1), fresh(3), fresh(4), fresh(1)) println

inBlock := method(n,
    total := 0
    add := block(k, total = total + k; if(total > 10, total = total - 10); total)
    for(i, 1, n, add call(i); total = total + 1)
    total
)
inBlock(3) println
inBlock(9) println

selfLocal := method(
    here := thisLocalContext
    self := 5
    4 repeat(self = self + 1)
    if(self > 6, list(self, here getSlot("self")))
)
selfLocal println
