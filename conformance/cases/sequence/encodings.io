# Item types and encodings: literals, conversions, reinterpretations.
show := method(s, writeln(s size, " ", s itemType, " ", s encoding, " ", s itemSize, " ", s sizeInBytes))
show("abc")
show("é")
show("€")
show("😀")
show(Sequence clone)
show(vector(1, 2))
show("é" asUTF8)
show("abc" asUTF8)
show("abc" asUCS2)
show("abc" asUCS4)
show("€" asUTF8 asFixedSizeType)
show("€" asUTF8 convertToFixedSizeType)
show("abc" asMutable appendSeq("é"))
show("é" asMutable appendSeq("€"))
show("a" .. "é" .. "€")
show("abcd" asMutable setItemType("uint16"))
show("abcd" asMutable setItemType("float32"))
show("abcdefgh" asMutable setItemType("uint64"))
show("abcd" asMutable setEncoding("ucs4"))
show("abcd" asMutable setEncoding("number"))
show("abc" asMutable convertToItemType("uint16"))
show(vector(300, 2) convertToItemType("uint8"))
vector(300, 2) convertToItemType("uint8") at(0) println
"é" asUCS4 println
"€" asUTF8 at(0) println
writeln(try("a" asMutable setItemType("foo")) error)
writeln(try("a" asMutable setEncoding("foo")) error)
writeln(try("a" asMutable convertToItemType("foo")) error)
"" validItemTypes println
"" validEncodings println
