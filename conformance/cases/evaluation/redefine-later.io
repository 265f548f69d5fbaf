# One place in a method sees each change of what it names.
o := Object clone do(x := 1)
f := method(r, r x)
out := list()
10 repeat(i, out append(f(o)); if(i == 3, o x = "data"); if(i == 6, o x := method("method")))
out println
a := Object clone do(x := "a")
b := a clone
c := b clone
out := list()
out append(f(c)); b x := "b"
out append(f(c)); c x := "c"
out append(f(c)); c removeSlot("x")
out append(f(c)); b setProtos(list(o)) removeSlot("x")
out append(f(c))
out println
f(list(1) do(x := "l")) println
f("text" asMutable do(x := "s")) println
