# Operands that are slots of self, its own or an ancestor's, over and over, while slots come, go and change in between.
Base := Object clone do(
    pad0 := "pad"; limit := 10; step := 3; name := "base"
)
Derived := Base clone do(
    own := 100; step := 4
    sum := method(own + limit)
    steps := method(own + step)
    compare := method(if(own > limit, "more", "less"))
    both := method(limit + step + own - limit)
    turns := method(total := 0; 5 repeat(total = total + limit; total = total + own); total)
    calls := method(list(1, 2, 3) at(step - 3))
    list2 := method(list(limit, own, step, name))
)
d := Derived clone
show := method(o, 3 repeat(seen = list(o sum, o steps, o compare, o both, o turns, o list2)); seen)
seen := nil
show(d) println
show(Derived) println
d limit := 1
show(d) println
show(Derived) println
d own := 7
show(d) println
d removeSlot("limit")
show(d) println
Base limit = 20
show(d) println
Derived limit := 30
show(d) println
Derived removeSlot("limit")
Base limit := method(own * 2)
show(d) println
Base limit := 10
show(d) println
d step := method(5)
show(d) println
e := Derived clone
e own = 1
e limit = 2
e step = 3
show(e) println
show(d) println
Other := Base clone do(own := 9; limit := 8)
d setProto(Other)
d sum := Derived getSlot("sum")
3 repeat(seen = d sum)
seen println
d calls := Derived getSlot("calls")
d removeSlot("step")
3 repeat(seen = d calls)
seen println
d clone do(limit := 50) sum println
d sum println

# A class with inherited counters that become the object's own when they are assigned.
Stack := Object clone do(
    storage := nil; first := 1; last := 1
    push := method(v,
        if(storage isNil, storage = list)
        storage append(v)
        last = last + 1
        self
    )
    size := method(last - first)
    isEmpty := method(last == first)
    each := method(b, for(i, first, last - 1, b call(storage at(i - 1))); self)
)
stacks := list(Stack clone, Stack clone push(1), Stack clone push(1) push(2), Stack clone)
3 repeat(stacks map(s, list(s size, s isEmpty)) println; stacks foreach(i, s, s push(i)))
total := 0
stacks foreach(s, s each(block(v, total = total + v)))
total println
Stack size println
