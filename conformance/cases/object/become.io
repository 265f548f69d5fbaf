# become makes one object be another.
a := Object clone do(x := "a")
b := Object clone do(x := "b")
c := a
a become(b)
list(a x, b x, c x) println
c x = "changed"
list(a x, b x) println
l := list(1, 2)
o := Object clone
o become(l)
o size println
(o append(3)) size println
l size println
