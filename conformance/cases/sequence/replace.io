# Replacing and removing by content.
"abcb" asMutable replaceSeq("b", "xx") println
"aaa" asMutable replaceSeq("a", "aa") println
"abc" asMutable replaceSeq("", "xx") println
"aXbXc" asMutable replaceSeq("X", "") println
writeln(try("abc" asMutable replaceSeq("b", 5)) error)
"abcb" asMutable replaceFirstSeq("b", "x") println
"abcb" asMutable replaceFirstSeq("b", "x", 2) println
"abcb" asMutable replaceFirstSeq("q", "x") println
"abcb" asMutable replaceMap(Map with("a", "1", "b", "22")) println
writeln(try("abcb" asMutable replaceMap(5)) error)
writeln(try("abcb" asMutable replaceMap(Map with("a", 1))) error)
"abcb" asMutable removeSeq("b") println
"abcdef" asMutable removePrefix("ab") println
"abcdef" asMutable removePrefix("b") println
"abcdef" asMutable removeSuffix("ef") println
"abcdef" asMutable removeSuffix("b") println
"abcdef" asMutable clipBeforeSeq("c") println
"abcdef" asMutable clipBeforeEndOfSeq("c") println
"abcdef" asMutable clipAfterSeq("c") println
"abcdef" asMutable clipAfterStartOfSeq("c") println
"abcdef" asMutable clipAfterSeq("x") println
"abcdefg" asMutable leaveThenRemove(2, 1) println
writeln(try("abc" asMutable leaveThenRemove(0, 0)) error)
writeln(try("abc" asMutable leaveThenRemove(1)) error)
"abcde" asMutable removeEvenIndexes println
"abcde" asMutable removeOddIndexes println
"abc" asMutable duplicateIndexes println
"aéb" asMutable replaceSeq("a", "€") println
