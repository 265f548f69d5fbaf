# Texts, lists and small numbers have slots too.
l := list(1, 2)
l name := "a list"
l name println
l clone name println
list(1, 2) hasLocalSlot("name") println
3 label := "three"
3 label println
(1 + 2) label println
4 hasSlot("label") println
s := "abc" asMutable
s mark := 1
s mark println
Number double := method(self * 2)
21 double println
"x" shout := method(asUppercase .. "!")
"x" shout println
Sequence shout2 := method(self asUppercase)
"abc" shout2 println
