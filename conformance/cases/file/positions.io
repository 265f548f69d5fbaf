# position, setPosition, rewind and positionAtEnd move in an open file.
# needs: files
File with("a.txt") setContents("abcdef")
f := File with("a.txt") openForUpdating
writeln(f position, " ", f readStringOfLength(2), " ", f position)
f setPosition(4)
writeln(f readStringOfLength(2), " ", f rewind position, " ", f positionAtEnd position)
f close
writeln(try(f position) error)
