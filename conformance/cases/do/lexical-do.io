# lexicalDo also sees the caller's locals.
o := Object clone
m := method(loc := 5; o lexicalDo(z := loc))
(m == o) println
o z println
o protos size println
x := "lobby"
o x := "o"
k := method(x := "local"; Object clone lexicalDo(y := x) y)
k println
k := method(x := "local"; o lexicalDo(y := x) y)
k println
o lexicalDo(x = "changed")
list(x, o x) println
