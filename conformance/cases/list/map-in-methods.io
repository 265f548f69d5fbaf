# In a method's map: locals, self, arguments and updates of the receiver's slots.
o := Object clone do(
    k := 10
    add := method(l, l map(x, x + k))
    set := method(l, l map(x, k = x))
    setSelf := method(l, l map(x, self k = x * 2))
    local := method(q := 0; list(1, 2) map(x, q = q + x); q)
    argument := method(list(1) map(x, call argAt(0) name))
    get := method(y := 3; list(1) map(x, getSlot("y")))
)
writeln(o add(list(1, 2)), o set(list(1, 2)), o k, o setSelf(list(5)), o k, o local, o argument(foo), o get)
