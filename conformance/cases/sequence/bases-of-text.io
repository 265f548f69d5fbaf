# fromBase reads digits in a base; toBase writes the number a text holds.
writeln("ff" fromBase(16), " ", "777" fromBase(8), " ", "1010" fromBase(2), " ", "z" fromBase(36))
writeln("255" toBase(16), " ", "8" toBase(2))
writeln("AB" asHex, " ", "" asHex size)
writeln(try("ff" fromBase(100)) error)
