# divergence: not-a-number prints "nan" whatever its sign bit; the reference prints the sign, which depends on the processor.
writeln(0 / 0, " ", (-1) sqrt, " ", 2 asin, " ", 0 - (0 / 0), " ", Number constants nan)
writeln((0 / 0) asString(6, 2), "|", (1 / 0) asString(6, 2), "|", (0 / 0) round)
