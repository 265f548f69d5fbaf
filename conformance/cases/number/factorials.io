# factorial multiplies up; combinations and permutations choose.
writeln(0 factorial, " ", 1 factorial, " ", 5 factorial, " ", 10 factorial)
writeln(5 combinations(2), " ", 5 combinations(0), " ", 5 combinations(5))
writeln(5 permutations(2), " ", 5 permutations(5), " ", 5 permutations(0))
writeln(25 factorial)
