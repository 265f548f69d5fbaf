# Parity looks at the whole part.
writeln(list(0, 1, 2, 3, -1, -2) map(isEven))
writeln(list(0, 1, 2, 3, -1, -2) map(isOdd))
writeln(2.5 isEven, " ", 3.5 isOdd)
