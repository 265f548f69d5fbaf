# Bitwise operators work on 32-bit signed integers; shift counts are taken modulo 32.
writeln(5 & 3, " ", 5 | 3, " ", 5 ^ 3, " ", 5 << 2, " ", 20 >> 2, " ", (-7) >> 1)
writeln(5 bitwiseAnd(3), " ", 5 bitwiseOr(3), " ", 5 bitwiseXor(3), " ", 5 bitwiseComplement, " ", 5 shiftLeft(2), " ", (-8) shiftRight(1))
writeln(1 << 32, " ", 1 << 40, " ", 1 << 31, " ", 1 << -1, " ", 1 >> 33)
writeln(1.9 | 0, " ", (-1.9) | 0, " ", 5000000000 & 4294967295, " ", 2147483648 | 0, " ", 2147483648 bitwiseComplement)
writeln(5 at(0), 5 at(1), 5 at(2), 5 at(3), " ", 5.7 at(0), " ", (-1) at(60))
writeln(try(5 at(64)) error)
writeln(try(5 at(-1)) error)
