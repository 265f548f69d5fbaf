# Branches of if are tail positions, also nested ones.
f := method(n, if(n > 10, if(n isEven, f(n - 2), f(n - 1)), if(n > 0, f(n - 1), "zero")))
f(60001) println
g := method(n, x := n - 1; if(x > 0, g(x), "end"))
g(50000) println
