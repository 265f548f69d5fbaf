# asBuffer is a mutable copy of the bytes.
b := "abc" asBuffer
b appendSeq("d")
writeln(b, " ", b isMutable, " ", "abc" asBuffer == "abc")
