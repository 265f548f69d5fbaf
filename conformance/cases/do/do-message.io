# doMessage evaluates a message tree in the receiver.
o := Object clone do(x := 5)
o doMessage(message(x + 1)) println
m := message(x * 2)
o doMessage(m) println
5 doMessage(message(+ 3)) println
ctx := Object clone do(y := 100)
o doMessage(message(x + y), ctx) println
try(o doMessage(5)) error println
f := method(l := 3; doMessage(message(l + 1)))
f println
message(a + b) doInContext(Object clone do(a := 1; b := 2)) println
message(x + 1) doInContext(o, o) println
