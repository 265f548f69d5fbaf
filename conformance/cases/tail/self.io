# A call in tail position needs no frame.
k := method(n, if(n == 0, "done", k(n - 1)))
k(50000) println
sum := method(n, acc, if(n == 0, acc, sum(n - 1, acc + n)))
sum(20000, 0) println
o := Object clone do(count := method(n, if(n < 1, return "returned"); count(n - 1)))
o count(20000) println
