# divergence: combinations and permutations of large numbers are computed without overflowing factorials (the reference: nan).
writeln(200 combinations(2), " ", 1000 combinations(998), " ", 200 permutations(2))
