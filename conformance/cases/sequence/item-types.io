# setItemType reads the same bytes as other items; convertToItemType keeps the values.
s := "abcd" asMutable setItemType("uint16")
writeln(s size, " ", s itemType, " ", s itemSize, " ", s at(0))
s := vector(1, 2, 300) convertToItemType("uint8")
writeln(s size, " ", s itemType, " ", s at(2))
writeln(try("abcd" asMutable setItemType("none")) error)
writeln(try("abcd" setItemType("uint8")) error)
