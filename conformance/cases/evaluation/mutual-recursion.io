# Two methods call each other.
even := method(n, if(n == 0, true, odd(n - 1)))
odd := method(n, if(n == 0, false, even(n - 1)))
writeln(even(10), odd(7), even(7))
