# Bit operations work on the bytes of sequences.
s := "abc" asMutable
writeln(s bitwiseAnd("\xf0\xf0\xf0") asHex)
writeln("abc" asMutable bitwiseOr("   ") asHex)
writeln("ABC" asMutable bitwiseXor("   ") asHex)
writeln("\0\x0f" asMutable bitwiseNot asHex)
writeln(try("abc" bitwiseAnd("a")) error)
writeln(try("abc" bitwiseNot) error)
