# In the body of map, assignments stay in a context of its own; in foreach they reach the surrounding locals.
q := 0
list(1, 2) foreach(x, q = q + x)
q println
o := Object clone do(k := 10; m := method(list(1, 2) map(x, k = x)))
o m
o k println
o := Object clone do(k := 10; m := method(list(1, 2) map(x, self k = x)))
o m println
o k println
