# asBinary, asHex and asOctal write whole bytes.
writeln(10 asBinary, " ", 255 asHex, " ", 8 asOctal, " ", 0 asBinary)
writeln(256 asHex, " ", 65535 asHex, " ", 1 asHex, " ", 256 asBinary)
writeln(255 toBaseWholeBytes(2), " ", 10 toBaseWholeBytes(16))
