# Blocks and methods call themselves by name.
fact := block(n, if(n < 2, 1, n * fact call(n - 1)))
fact call(10) println
fib := method(n, if(n < 2, n, fib(n - 1) + fib(n - 2)))
fib(15) println
even := method(n, if(n == 0, true, odd(n - 1)))
odd := method(n, if(n == 0, false, even(n - 1)))
list(even(10), even(7), odd(7)) println
local := method(go := block(n, if(n == 0, "done", go call(n - 1))); go call(5))
local println
hanoi := method(n, a, b, c, if(n == 0, 0, hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)))
hanoi(6, "a", "b", "c") println
