# One place that reads or calls what objects hold themselves, while their slots change in every way there is.
read := method(o, o foo)
self3 := method(o, list(read(o), read(o), read(o)))
a := Object clone do(foo := method(list("method", kind)); kind := "a")
b := Object clone do(foo := method(list("other method", kind)); kind := "b")
c := Object clone do(foo := "value"; kind := "c")
objects := list(a, b, c, a, c, b)
all := method(objects map(o, read(o)))
all println
all println
a foo = method("replaced")
all println
a setSlot("foo", 4)
b setSlot("foo", method(5))
c setSlot("foo", method(list("was a value", kind)))
all println
all println
c updateSlot("foo", nil)
all println
a removeSlot("foo")
try(read(a)) error println
a foo := method("back")
all println
Object foo := method("inherited")
b removeSlot("foo")
all println
d := a clone
objects append(d)
all println
a foo = "no method any more"
all println
d foo := method("of the clone")
all println
d become(b)
all println
Object removeSlot("foo")
try(read(d)) error println

# The method's own body and formals change.
e := Object clone do(foo := method(1))
self3(e) println
e getSlot("foo") setMessage(message(2 + 3))
self3(e) println
call2 := method(o, o bar(1, 2))
e bar := method(x, y, list(x, y))
call2(e) println
e getSlot("bar") setArgumentNames(list("y", "x"))
call2(e) println

# Without a receiver: locals answer first, then self.
Thing := Object clone do(
    size := 3
    work := method(times, out := list; times repeat(out append(size, area)); out)
    area := method(size * size)
)
t := Thing clone
t work(2) println
t size = 4
t work(1) println
t area := method("own")
t work(2) println
t area = method("own again")
t work(1) println
Locals size := "of all locals"
t work(1) println
Locals removeSlot("size")
t work(1) println
t removeSlot("area")
t work(1) println
t removeSlot("size")
t work(1) println

# Names that come and go make every cached answer look again.
sum := method(o, n, s := 0; for(i, 1, n, s = s + o weight; Lobby setSlot("name" .. i, i)); s)
w := Object clone do(weight := 2)
sum(w, 50) println
sum(w clone, 50) println
weights := method(o, o weight)
v := w clone
list(weights(v), weights(w)) println
v weight := 7
list(weights(v), weights(w)) println
w weight = method(9)
list(weights(v), weights(w), weights(w clone)) println
