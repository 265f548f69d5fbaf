# A call can be sent on to another object, also under another name.
a := Object clone do(hi := method(x, y, list("a", x, y, call sender getSlot("who"))))
b := Object clone do(hi := method(call delegateTo(a)))
b hi(1, 2) println
who := "lobby"
b hi(1, 2 + 3) println
m := method(call delegateToMethod(list(3, 1, 2), "sort"))
m println
m := method(call delegateToMethod("a-b-c", "split"))
m("-") println
c := Object clone do(who := "c's"; hi := method(call delegateTo(a, self)))
c hi(who, 1) println
