# Whole numbers print all digits up to 2 ** 63, larger ones with an exponent.
writeln(1e15, " ", 1e17, " ", 2 ** 53, " ", 2 ** 62, " ", 2 ** 63)
writeln(1e19, " ", 1e20, " ", 2 ** 64, " ", -1e25, " ", 1.5e300)
writeln(9007199254740993, " ", 123456789012345678)
