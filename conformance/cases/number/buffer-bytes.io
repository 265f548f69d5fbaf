# asBuffer gives the eight bytes of a number, asUint32Buffer four of its whole part.
writeln(1 asBuffer size, " ", 1 asBuffer asHex)
writeln(0.5 asBuffer asHex, " ", (-2) asBuffer asHex)
writeln(258 asUint32Buffer size, " ", 258 asUint32Buffer asHex)
