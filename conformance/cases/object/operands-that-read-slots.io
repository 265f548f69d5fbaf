# What arguments, operands and conditions read without a call must not change: slots that become methods, that move, that others answer.
# divergence: the reference caches what one message found and takes it for other clones
Base := Object clone do(
    size1 := 3
    width := 4
    area := method(size1 * width)
    twice := method(x, x + x)
    doubled := method(twice(width))
    sum := method(other, size1 + other width - width)
    less := method(other, if(size1 < other size1, "less", "not less"))
)
a := Base clone
b := Base clone
b width = 10
3 repeat(a area println; b area println; a doubled println; b doubled println; a sum(b) println; b sum(a) println)

# A slot becomes a method, and a slot again.
a width = method(7)
a area println
a doubled println
b sum(a) println
a setSlot("width", 5)
a area println
Base width = method(100)
c := Base clone
c area println
c doubled println
a sum(c) println

# Each receiver of another shape, more than a cache lists.
shapes := list(Object clone do(v := 1), Object clone do(w := 0; v := 2), Object clone do(x := 0; v := 3), Object clone do(y := 0; v := 4),
    Object clone do(z := 0; v := 5), Object clone do(q := 0; v := method(6)))
add := method(o, n, n + o v)
pick := method(o, if(o v > 3, "big", "small"))
2 repeat(shapes foreach(o, add(o, 10) println; pick(o) println))

# A local that holds a method is activated where it is read.
run := method(
    f := method(11)
    g := 1 + f
    h := list(0, 0) atPut(0, f) at(0)
    list(g, h)
)
run println
run println

# A name that nobody has yet, then the locals, then self.
seek := method(flag,
    if(flag, setSlot("hidden", 1))
    2 * hidden
)
o := Object clone do(hidden := 21)
o seek := getSlot("seek")
o seek(false) println
o seek(true) println
o seek(false) println
e := try(Object clone do(go := method(1 + missing)) go)
e error println
Lobby missing := 5
Object clone do(go := method(1 + missing)) go println

# Equality in the loop, and where somebody has an own one.
same := method(x, y, if(x == y, "same", "other"))
differs := method(x, y, x != y)
odd := Object clone do(==  := method(other, true))
list(list(1, 1), list(1, nil), list(nil, nil), list("a", "a"), list("a", "b"), list("a", 1), list(true, true), list(true, false), list(a, a), list(a, b), list(odd, 3), list(list(1), list(1))) foreach(p,
    same(p at(0), p at(1)) println
    differs(p at(0), p at(1)) println
)
Object == := method(other, "mine")
same(a, b) println
(a == b) println
Object removeSlot("==")

# Conditions of objects, and those that end with and/or.
judge := method(x, if(x, "yes", "no"))
both := method(x, y, if(x and y, "both", "not both"))
any := method(x, y, if(x or y, "any", "none"))
no := Object clone do(asBoolean := method(false))
never := Object clone do(isTrue := method(false))
values := list(1, nil, true, false, "", a, no, never)
values foreach(v, judge(v) println)
values foreach(v, values foreach(w, list(both(v, w), any(v, w)) println))
count := method(n, i := 0; while(i < n and i != 3, i = i + 1); i)
count(2) println
count(9) println

# A slot that is updated: inherited, own, inherited from another one.
Counter := Object clone do(n := 0; bump := method(n = n + 1; n))
x := Counter clone
y := Counter clone
list(x bump, x bump, y bump, x n, Counter n) println
Counter n = 50
z := Counter clone
list(z bump, x bump, z hasLocalSlot("n"), (Counter clone) hasLocalSlot("n")) println
Counter removeSlot("n")
e := try(Counter clone bump)
e error println
