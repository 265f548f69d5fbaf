# Methods call themselves.
fact := method(n, if(n < 2, 1, n * fact(n - 1)))
fib := method(n, if(n < 2, n, fib(n - 1) + fib(n - 2)))
ack := method(m, n, if(m == 0, n + 1, if(n == 0, ack(m - 1, 1), ack(m - 1, ack(m, n - 1)))))
writeln(fact(10), " ", fib(15), " ", ack(2, 3))
