# exSlice excludes its end, inSlice includes it; both clamp and count negative indexes from the end.
writeln("abcdef" exSlice(1, 3), " ", "abcdef" exSlice(-3, -1), " ", "abcdef" exSlice(2), " ", "abcdef" exSlice(3, 2) size)
writeln("abcdef" inSlice(1, 3), " ", "abcdef" inSlice(-3, -1), " ", "abcdef" inSlice(2), " ", "abcdef" inSlice(0, 100))
writeln("abcdef" exclusiveSlice(0, 2), " ", "abcdef" inclusiveSlice(0, 2))
writeln("" exSlice(0) size, " ", "abc" exSlice(5) size, " ", "abc" exSlice(-10))
writeln(try("abc" exSlice) error)
writeln(try("abc" inSlice("a")) error)
writeln(try("abc" exclusiveSlice(0, "b")) error)
