# removeSlice includes its end; negative indexes count from the end.
writeln("abcdef" asMutable removeSlice(0, 1), " ", "abcdef" asMutable removeSlice(2, 3), " ", "abcdef" asMutable removeSlice(-2, -1))
writeln("abcdef" asMutable removeSlice(4, 100), " ", "abcdef" asMutable removeSlice(1))
writeln(try("abc" removeSlice(0, 1)) error)
writeln(try("abc" asMutable removeSlice("a")) error)
