# Locals of a coroutine's code are those of the method that made it.
m := method(x,
    c := coroFor(x = x + 1; y := x * 2; yield; x = x + y)
    c resume
    list(x, y) println
    yield
    list(x, y) println
    self
)
Object clone do(n := 5; coroWith(n println; self n println) resume)
m(1)
target := Object clone do(name := "target")
c := target coroWith(name println)
c resume
c runTarget name println
c runMessage code println
