# Shifts work on 32 bits and take their count modulo 32; >> keeps the sign.
writeln(1 << 4, " ", 256 >> 4, " ", 1 << 31, " ", 1 << 32, " ", 1 << 40)
writeln((0 - 7) >> 1, " ", (0 - 8) >> 2, " ", 5 << 0)
writeln(1 shiftLeft(4), " ", 256 shiftRight(4), " ", (0 - 7) shiftRight(1))
writeln(try(1 << "a") error)
writeln(try(1 shiftLeft) error)
