# Names: letters, digits, underscore, point, colon and everything beyond ASCII.
é := 5
日本 := 7
😀 := "smile"
_x := 1
a_1 := 2
a.b := 3
list(é, 日本, 😀, _x, a_1, a.b) println
setSlot("key:", 8)
key: println
message(a: b) code println
message(a.b.c d.e) code println
aB := "case"; ab := "matters"
list(aB, ab) println
