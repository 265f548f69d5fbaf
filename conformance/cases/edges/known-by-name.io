# What compiled code knows of list, at, atPut, append, foreach, clone, call and updateSlot gives way to what a program defines,
# and ends in the same places when an argument stops.
m := method(x, list(1, return(x), 3))
m(2) println
n := method(list(1, 2, 3) foreach(x, list(x, if(x == 2, break(x * 10), x))))
n println

o := Object clone do(at := method(i, "own at " .. i); size := method("own size"); append := method(x, "own append " .. x))
o at(3) println
o size println
o append(4) println
items := list(5, 6, 7)
probe := method(c, list(c at(1), c size))
probe(items) println
probe("abc") println
probe(o) println
original := List getSlot("at")
List at := method(i, "changed")
probe(items) println
List setSlot("at", getSlot("original"))
probe(items) println

seq := "abc" asMutable
for(i, 0, 2, seq atPut(i, seq at(i) - 32))
seq println
seq append(33) println
seq at(3.9) println
seq at(7) println
try(seq at(-1)) error println
try("abc" atPut(0, 1)) error println
list(1, 2) append(3, 4) println
list(1, 2) atPut(1.7, 9) println
try(list(1, 2) atPut(2, 9)) error println
list(1, 2) at(-1) println

"héx" foreach(i, c, write(i, ":", c, " "))
"" println
s := method("abcdef" foreach(c, if(c == 100, return c)))
s println
r := "abc" foreach(c, if(c == 98, break("b")))
r println
t := "xyz" asMutable
t foreach(i, c, if(i == 0, t append(33)); write(c asCharacter))
"" println

Thing := Object clone do(init := method(self made := true))
Thing clone made println
build := method(p, p clone)
build(Thing) made println
build(Object clone) hasLocalSlot("made") println
Thing init := method(self made := "again")
build(Thing) made println
Thing removeSlot("init")
build(Thing) hasLocalSlot("made") println
3 clone println
build(list(1, 2)) println

Base := Object clone do(value := 1)
set := method(x, v, x value = v)
a := Base clone
set(a, 5) println
a value println
Base value println
b := Base clone
Base removeSlot("value")
try(set(b, 6)) error println
b hasLocalSlot("value") println

k := method(
    q := 10
    add := block(n, q = q + n; q)
    add call(1)
    add call(2) println
    add call(3, 4, 5) println
    q
)
k println
up := block(call sender == Lobby)
up call println
slots := method(x, block(thisContext; call slotContext x) call)
slots(7) println

map := Map with("a", 1)
find := method(key, map at(key, return("none for " .. key)))
find("a") println
find("b") println
try(map at(5)) error println

(1, 2) println
w := method(false or(return 8); 9)
w println
(nil or(5)) println
(false or(nil)) println
e := method(-5)
e println
