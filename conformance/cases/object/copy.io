# shallowCopy has the same slots and protos, but is another object.
# divergence: the copy of the reference has lost the protos
P := Object clone do(m := method(v * 2))
o := P clone do(v := 5; l := list(1))
p := o shallowCopy
p v println
p m println
p v = 6
list(o v, p v) println
p l append(2)
o l println
(p proto == P) println
