# Nor do calls among several methods.
even := method(n, if(n == 0, true, odd(n - 1)))
odd := method(n, if(n == 0, false, even(n - 1)))
even(100001) println
a := Object clone do(ping := method(n, if(n == 0, "ping", b pong(n - 1))))
b := Object clone do(pong := method(n, if(n == 0, "pong", a ping(n - 1))))
a ping(50001) println
