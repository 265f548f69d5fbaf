# readBufferOfLength and readToEnd answer buffers.
# needs: files
File with("a.txt") setContents("abcdef")
f := File with("a.txt") openForReading
writeln(f readBufferOfLength(2), " ", f readToEnd, " ", f readBufferOfLength(2))
f close
f := File with("a.txt") openForReading
b := Sequence clone
writeln(f readToBufferLength(b, 3), " ", b)
f close
