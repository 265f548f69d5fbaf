# Integer parts in other bases; asHex, asBinary and asOctal fill whole bytes.
writeln(42 toBase(2), " ", 255 toBase(16), " ", 35 toBase(36), " ", 1.9 toBase(2), " ", 0 toBase(8), " ", (2 ** 53) toBase(2))
writeln(10 asBinary, " ", 0 asBinary, " ", 256 asBinary, " ", 255 asHex, " ", 300 asHex, " ", 8 asOctal, " ", 512 asOctal)
writeln(255 toBaseWholeBytes(16), " ", 5 toBaseWholeBytes(7), " ", 256 toBaseWholeBytes(8))
writeln(try(16 toBase(37)) error, " ", try(16 toBase(1)) error)
