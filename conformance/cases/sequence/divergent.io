# What the reference gets wrong or does not survive.
# divergence: see the rows of Sequence and Vector in DIVERGENCES.md
writeln("abcabc" findNthSeq("a", 1), " ", "abcabc" findNthSeq("bc", 2), " ", "abc" findNthSeq("a", 2))
writeln("abc" reverseFindSeq(""), " ", "abc" endsWithSeq(""), " ", "aa" occurrencesOfSeq(""))
"abc" asMutable replaceSeq("b", "€") println
"abc" asMutable atInsertSeq(1, "é") println
"abc" asMutable insertSeqEvery("é", 1) println
"é" asUTF8 appendSeq("€") println
writeln("😀" asUCS2 size, "😀" asUCS2)
"12é" asNumber println
"abcdef" asMutable translate("abc", "xyz") println
"-f" fromBase(16) println
"é€\x01" asJson println
list("[1, [2]]", "5", "\"x\"", "true", "null", " [] ") map(s, s parseJson) println
writeln(try("[1,]" parseJson) error, " ", try("[1] x" parseJson) error)
"é%zz" percentDecoded println
"é b" urlEncoded println
v := vector(1, 2, 3)
v perform("**=", 2) println
writeln(v, " ", v asString, " ", v asJson)
vector(1, 0, 0) logicalOr(vector(0, 0, 2)) println
(vector(1, 2) convertToItemType("int32") / 0) println
vector(1, 2) distanceTo(vector(1, 4, 9)) println
writeln(try("#{(}" interpolate) error)
"#{\"é\"}" interpolate println
("abc" foreach(i, c, if(i == 2, continue, c))) println
