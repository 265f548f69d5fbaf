# asUTF8, asUCS2 and asUCS4 keep the characters and change their width.
s := "aé"
writeln(s asUTF8 size, " ", s asUCS2 size, " ", s asUCS4 size)
writeln(s asUTF8 encoding, " ", s asUCS2 encoding, " ", s asUCS4 encoding, " ", "a" asUTF8 encoding)
writeln(s asUTF8 == s, " ", s asUCS4 == s, " ", s asUCS4 asFixedSizeType encoding)
writeln(s asUTF8 isMutable, " ", s asUCS2 itemSize, " ", s asUCS4 itemSize)
