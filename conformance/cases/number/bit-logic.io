# Bit operations on whole parts, under both names.
writeln(12 & 10, " ", 12 | 10, " ", 12 ^ 10)
writeln(12 bitwiseAnd(10), " ", 12 bitwiseOr(10), " ", 12 bitwiseXor(10), " ", 12 bitwiseComplement)
writeln(-1 & 255, " ", (-1) & 255, " ", 5.9 & 7, " ", 0 bitwiseComplement)
writeln(try(1 & nil) error)
writeln(try(1 bitwiseOr("a")) error)
writeln(try(1 bitwiseXor) error)
