# Each call of a method has locals of its own, and a block keeps them when the method has returned.
# divergence: the reference hands the locals of a method that has returned to the next activation
counter := method(n := 0; block(n = n + 1; n))
c := counter
d := counter
list(c call, c call, c call, d call) println
adder := method(n, block(x, x + n))
add5 := adder(5)
add7 := adder(7)
list(add5 call(1), add7 call(1)) println
compose := method(f, g, block(x, f call(g call(x))))
compose(add5, add7) call(0) println
each := method(i, block(i))
list(each(1), each(2)) map(b, b call) println
