# factorial, combinations and permutations.
writeln(0 factorial, " ", 1 factorial, " ", 5 factorial, " ", 2.5 factorial, " ", 20 factorial, " ", 25 factorial, " ", 200 factorial)
writeln(5 combinations(2), " ", 5 combinations(0), " ", 5 combinations(6), " ", 10 combinations(5))
writeln(5 permutations(2), " ", 5 permutations(5), " ", 5 permutations(0))
