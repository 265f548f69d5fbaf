# A call whose arguments are locals, literals and sums is one instruction of the register machine. Whatever is not as that
# instruction expects it begins anew in the general form: nothing may be done twice, left out, or done in another order.
o := Object clone do(
    x := 3
    add := method(n, x + n)
    twice := method(a, b, add(a - 1) + add(b * 2 - a))
    none := method(99)
    few := method(a, b, c, list(a, b, c) asSimpleString)
)
o twice(4, 5) println

# Fewer and more arguments than formals.
f := method(a, b, list(o none(a), o few(a, b), o few(a - b)))
f(1, 2) println

# Operands that are no numbers, and a local without a value.
g := method(p, q, o add(q + p))
(try(g("a", 1)) error) println
(try(g(nil, 1)) error) println
h := method(n, if(n > 1, late := 5); o few(late, n))
(try(h(1)) error) println
h(2) println

# Locals that are activated when they are read: once for each argument, the callee first.
k := method(n,
    log := list()
    self counter := 0
    noisy := method(counter = counter + 1; counter)
    found := o few(noisy, noisy)
    list(found, counter)
)
k(1) println

# Items of lists and sequences: in range, out of it, not whole; a list that is another kind of object by now.
items := method(l, i, list(l at(i - 1), l at(i), l at(i + 100), l at(i / 2)))
items(list(1, 2, 3), 1) println
items(list(1, 2, 3), 2) println
change := method(l, i, v, l atPut(i, v); l append(v); l append(l size); l)
change(list(1, 2, 3), 0, "z") println
(try(change(list(1, 2, 3), 7, "z")) error) println
letters := method(s, i, list(s at(i), s at(i + 9)))
letters("abc", 1) println
Box := Object clone do(at := method(i, "box " .. i); atPut := method(i, v, "put " .. i .. v))
items(Box, 5) println
both := method(l, i, list(l at(i), l atPut(i, i + 1)))
list(list(7, 8, 9), Box, list(1, 2), Box) foreach(l, both(l, 1) println)

# The callee is changed between two calls of one place, and by the call itself.
m := method(n, o add(n))
m(1) println
o add = method(n, "new " .. n)
m(1) println
o add := method(n, o add := method(n, "newest " .. n); "last " .. n)
m(1) println
m(1) println
o removeSlot("add")
(try(m(1)) error) println
o forward := method("forwarded " .. call message name .. call message argCount)
m(1) println

# A stop and an exception in the callee; a list that is changed while it is walked.
s := method(n, block(v, if(v > 2, return "returned " .. v); "fell through") call(n + 1))
s(1) println
s(2) println
e := method(n, Exception raise("raised " .. n))
t := method(n, c := try(e(n * 2)); c error)
t(4) println
w := method(l, i, while(i < 4, l append(i); i = i + 1); l)
w(list(), 0) println

# Numbers get another +: what was plain is a call now.
sum := method(a, b, list(a, b) at(a - b + 1))
sum(3, 4) println
plus := Number getSlot("+")
Number setSlot("+", method(other, 1))
changed := sum(3, 4)
Number setSlot("+", getSlot("plus"))
changed println
sum(3, 4) println
