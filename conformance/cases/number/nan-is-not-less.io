# divergence: the reference says that a not-a-number is less than everything
# Every order with a not-a-number is false.
n := Number constants nan
writeln(n < 4, " ", n <= 4, " ", n > 4, " ", n >= 4, " ", 4 < n, " ", 4 > n)
