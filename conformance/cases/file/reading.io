# needs: files
# Reading: lines lose their end, the end is met only by a failed read, contents never depends on the position.
f := File with("a.txt") setContents("hello\nwor\nld\n")
writeln(f contents, f asBuffer size, " ", f size, " ", f isOpen)
f openForReading
writeln(f readLine, " ", f position, " ", f isAtEnd, " ", f readLine, " ", f readLine, " ", f isAtEnd, " ", f readLine, " ", f isAtEnd)
writeln(f rewind readStringOfLength(3), " ", f readBufferOfLength(3) size, " ", f readToEnd size, " ", f readStringOfLength(1), " ", f isAtEnd)
writeln(f setPosition(2) readStringOfLength(3), " ", f at(0), " ", f at(100), " ", f positionAtEnd position, " ", f setPosition(200) position)
writeln(f rewind readLine, " ", f contents size, " ", f readLine)
b := Sequence clone appendSeq("xy")
f rewind; writeln(f readToBufferLength(b, 3), " ", b, " ", f readToBufferLength(b, 100), " ", b size)
writeln(f close isOpen, " ", f readLines size, " ", f isOpen, " ", f readLines size)
e := File with("b.txt") setContents("a\r\n\r\nb") openForReading
writeln(e readLine size, " ", e readLine size, " ", e readLine, " ", e isAtEnd, " ", e readLine)
