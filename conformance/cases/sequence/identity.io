# Equal immutable sequences are the same object.
(("a" .. "b") uniqueId == "ab" uniqueId) println
("ab" clone uniqueId == "ab" uniqueId) println
("AB" asLowercase uniqueId == "ab" uniqueId) println
("abc" exSlice(0, 2) uniqueId == "ab" uniqueId) println
("ab" asMutable asSymbol uniqueId == "ab" uniqueId) println
("ab" asMutable uniqueId == "ab" asMutable uniqueId) println
("ab" uniqueId == "ba" uniqueId) println
