# The sender is the caller's locals.
f := method(call sender getSlot("secret"))
g := method(secret := 42; f)
g println
h := method(call sender == Lobby)
h println
k := method(call sender setSlot("planted", 7))
j := method(k; planted)
j println
o := Object clone do(m := method(call sender); n := method(loc := 1; m hasLocalSlot("loc")))
o n println
o do(x := h)
o x println
