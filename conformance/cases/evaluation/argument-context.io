# Arguments are evaluated in the caller's locals, not in the method's.
x := "global"
f := method(a, x := "local to f"; a)
f(x) println
g := method(x := "local to g"; f(x))
g println
o := Object clone do(x := "o's"; h := method(f(x)))
o h println
o k := method(a, a)
o k(x) println
