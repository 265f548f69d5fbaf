# A step of zero never ends by itself.
n := 0
for(i, 1, 3, 0, n = n + 1; if(n == 5, break(i)))  println
n println
m := method(c := 0; for(i, 2, 1, 0, c = c + 1; if(c > 3, return c)); "no turn")
m println
