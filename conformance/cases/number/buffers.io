# Numbers as raw little-endian bytes.
writeln(5 asBuffer size, " ", 5 asUint32Buffer size)
writeln(5 asBuffer == 5 asBuffer, " ", 5 asBuffer == 6 asBuffer)
