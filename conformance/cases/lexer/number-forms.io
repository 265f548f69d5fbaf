# Forms of numbers.
writeln(1.5, " ", .5, " ", 1e3, " ", 1.5e-3, " ", 0x1F, " ", 1E2, " ", 007)
