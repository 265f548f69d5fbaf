# := in a block is its own; = reaches the enclosing locals.
m := method(
    x := 1; y := 1
    block(x := 2; y = 2) call
    list(x, y)
)
m println
g := 1
block(g := 5; g) call println
g println
block(g = 5) call
g println
o := Object clone do(k := 1)
o m := method(block(k = 2) call; k)
o m println
o k println
nested := method(v := 0; block(block(block(v = v + 1) call; v = v + 10) call) call; v)
nested println
