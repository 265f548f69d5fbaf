# One place that gives a slot of an object a plain value, while what it finds there changes in every way there is.
put := method(o, v, o mark = v; o mark)
add := method(o, v, o extra := v + 1; o extra)
Thing := Object clone do(mark := 0; kind := "thing")
a := Thing clone
b := Thing clone do(other := 1)
list(put(a, 1), put(b, 2), put(a, "three"), put(b, nil), put(a, a) kind, put(b, true)) println
list(a, b, Thing) map(slotNames sort) println
Thing mark println
list(add(a, 1), add(b, 2), add(a, 3)) println
list(a, b) map(slotNames sort) println

# The slot has to be there: of its own, or inherited.
lone := Object clone
try(put(lone, 1)) error println
lone hasSlot("mark") println
Object mark := "everybody's"
put(lone, 5) println
Object mark println
Object removeSlot("mark")
try(put(Object clone, 6)) error println
put(lone, 7) println

# Other setters.
shout := Thing clone do(updateSlot := method(name, value, writeln(name, " gets ", value); self setSlot(name, value)))
put(shout, 8) println
shout removeSlot("updateSlot")
put(shout, 9) println
Thing updateSlot := method(name, value, self setSlot(name, value * 10))
list(put(a, 1), put(b, 2), put(lone, 3)) println
Thing removeSlot("updateSlot")
list(put(a, 1), put(b, 2), put(lone, 3)) println

# Values and receivers that are no plain ones.
answer := method("the method's answer")
putSlot := method(o, o mark = answer; o mark)
putSlot(a) println
twice := method(o, v, o mark = v * 2; o mark)
list(twice(a, 4), twice(b, 5)) println
try(twice(a, "text")) error println
a mark println
Pair := Object clone do(* := method(other, "pairs with " .. other))
twice(a, Pair) println
putBlock := method(o, f, o mark = f; getSlot("o") getSlot("mark") type)
putBlock(a, block(1)) println
try(put(3, 4)) error println
try(put(nil, 4)) error println
receiver := method(Thing)
viaCall := method(v, receiver mark = v; Thing mark)
viaCall(11) println
text := "a sequence" clone do(mark := 0)
put(text, 12) println
text println

# A method of somebody's proto is replaced by a value, and back.
Base := Object clone do(mark := method("method of the base"))
c := Base clone
read := method(o, o mark)
read(c) println
put(Base, 1) println
read(c) println
Base mark = method("again")
read(c) println
put(c, "own") println
read(c) println

# What became another object.
d := Thing clone
e := Thing clone do(mark = "e's")
d become(e)
put(d, "both") println
e mark println

# In loops, and as the last value of a method.
fill := method(o, n, for(i, 1, n, o mark = i; o last := i - 1); o)
f := fill(Thing clone, 5)
list(f mark, f last) println
setter := method(v, self mark = v)
Thing set := getSlot("setter")
list(a set(21), b set(22), a mark, b mark) println
chained := method(o, v, (o mark = v) + 1)
chained(a, 30) println
