# Numbers from and to bytes: pack, unpack, structs.
Sequence pack("hHiIlLfF", 1, 2, 3, 4, 5, 6, 7, 8) asHex println
Sequence pack("bB", -1, 300) asHex println
Sequence pack("*h", 1) asHex println
Sequence pack("*hi", 1, 2) asHex println
Sequence pack("2i", 1, 2) asHex println
Sequence pack("5s", "abc") asHex println
Sequence pack("3s3s", "ab", "cdef") asHex println
Sequence pack("2C", "a", "b") println
writeln(try(Sequence pack("C", 65)) error)
writeln(try(Sequence pack("h", "a")) error)
writeln(try(Sequence pack) error)
Sequence pack("h", 1) encoding println
"abcd" unpack("CC") println
"abcd" unpack("4C") println
"abcd" unpack("h") println
"abcd" unpack("*i") println
"abcd" unpack("2s") println
"ab\0cd" unpack("sC") println
Sequence clone append(255, 255, 255, 255) unpack("bBh") println
Sequence clone append(255, 255, 255, 255) unpack("I") println
"abcdefgh" unpack("f") at(0) println
Sequence pack("F", 1.5) unpack("F") println
s := "abcdefgh" asStruct(list("int32", "a", "uint8", "b"))
writeln(s a, " ", s b)
Sequence withStruct(list("int8", -1, "uint16", 65535, "int64", -2, "float32", 1)) asHex println
writeln(try("ab" asStruct(list("int32", "a"))) error)
writeln(try("ab" asStruct(list("int32"))) error)
writeln(try("ab" asStruct(5)) error)
writeln(try(Sequence withStruct(list("int8", "a"))) error)
"abcdefgh" asBinaryNumber println
writeln(try("abc" asBinaryNumber) error)
writeln("ab" asBinaryUnsignedInteger, " ", "ab" asBinarySignedInteger, " ", "abcd" asBinaryUnsignedInteger)
writeln(try("abc" asBinaryUnsignedInteger) error)
