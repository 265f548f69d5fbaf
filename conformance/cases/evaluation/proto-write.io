# Assigning an inherited slot makes an own one.
o := Object clone do(x := 1; l := list())
p := o clone
p x = 5
list(o x, p x, p hasLocalSlot("x")) println
p l append(1)
o l println
p hasLocalSlot("l") println
q := p clone
q x println
p removeSlot("x")
q x println
m := method(x = 9)
r := o clone
r set := method(x = 9; self)
r set x println
o x println
