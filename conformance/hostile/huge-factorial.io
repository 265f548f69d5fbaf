# Functions of numbers that count in loops of their own.
# limits: time 2s
# ends: normal, time, exception, memory

try(1e9 factorial)
try(1e15 factorial)
try(1e9 combinations(5e8))
try(1e9 permutations(5e8))
try(1e18 isPrime)
