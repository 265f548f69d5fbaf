# Calls with three arguments that call nobody: of self, of a local, of a slot; with what is no plain value; where the callee changes.
Point := Object clone do(
    x := 0
    set := method(a, b, c, x = list(a, b, c); self)
    show := method(a, b, c, list(x, a, b, c))
    both := method(a, b, c, list(set(a, b, c) x, show(c, b + a, a - c)))
    few := method(a, a)
    many := method(a, b, c, d, list(a, b, c, d))
    calls := method(p, a,
        q := a * 2
        list(few(a, q, 3), many(a, q, 3), p show(q, a, q + a), p many(q, 1, "s"))
    )
)
Point clone both(1, 2, 3) println
Point clone calls(Point clone, 4) println

# Order of evaluation, arguments that are methods, absent locals and forwarders.
tell := method(n, write(n, " "); n)
order := method(a, b, c, list(a, b, c))
(order(tell(1), tell(2), tell(3))) println
f := method(a,
    m := method(a * 10)
    order(a, m, x)
)
x := 99
f(2) println
late := method(flag, if(flag, z := 5); r := nil; e := try(r = order(1, z, 2)); if(e, e error, r))
late(true) println
late(false) println
become := method(
    o := Object clone
    p := list(7)
    o become(p)
    order(o, 1, o at(0))
)
become println

# Built-ins with three arguments, blocks, and lists of receivers.
insert := method(l, i, v, l atInsert(i, v); "abcdef" exSlice(i, 3) println; Date fromString("2020", "%Y", nil) type; l)
insert(list(1, 2, 3), 1, "in") println
b := block(a, b, c, a + b * c)
useBlock := method(k, u, v, w, k call(u, v, w))
useBlock(b, 1, 2, 3) println
Other := Object clone do(show := method(a, b, c, "other " .. a .. b .. c))
Third := Object clone do(show := method(a, b, c, c))
each := method(things, a, things map(t, t show(a, a + 1, a + 2)))
each(list(Point, Other, Third, Point, Other), 1) println
Other show = method(a, b, c, "changed")
each(list(Point, Other, Third), 5) println
Other show = "a value"
each(list(Point, Other), 5) println
count := method(n, acc, step, if(n == 0, acc, count(n - 1, acc + step, step)))
count(2000, 0, 3) println
