# sqrt of a negative number is not a number.
writeln(16 sqrt, " ", 2 sqrt, " ", 0 sqrt, " ", 1e20 sqrt)
writeln((-4) sqrt isNan, " ", (1 / 0) sqrt)
