# bitAt and byteAt read the raw bytes; beyond the end they are zero.
s := "AB"
writeln(list(0, 1, 6, 7, 8, 9, 100) map(i, s bitAt(i)))
writeln(s byteAt(0), " ", s byteAt(1), " ", s byteAt(2), " ", s bitCount, " ", "" bitCount)
writeln("é" byteAt(0), " ", "é" byteAt(1), " ", "é" sizeInBytes)
writeln(try(s bitAt) error)
writeln(try(s byteAt("a")) error)
