# Positions and membership of other sequences.
writeln("abcabc" findSeq("c"), " ", "abcabc" findSeq("c", 3), " ", "abc" findSeq("x"), " ", "abc" findSeq("c", 9), " ", "abc" findSeq("c", -1))
writeln("abcabc" reverseFindSeq("b"), " ", "abcabc" reverseFindSeq("b", 3), " ", "abc" reverseFindSeq("x"))
writeln(try("abc" findSeq(5)) error)
f := "abcabc" findSeqs(list("c", "b"))
writeln(f index, " ", f match)
"abc" findSeqs(list("x")) println
"abcabc" findSeqs(list("b", "a"), 1) index println
writeln(try("abc" findSeqs("x")) error)
writeln(try("abc" findSeqs(list(1))) error)
writeln("abc" containsSeq("bc"), "abc" containsSeq("cb"), "abc" containsSeq(""))
writeln("abc" beginsWithSeq("ab"), "abc" beginsWithSeq("b"), "abc" beginsWithSeq("abcd"))
writeln("abc" endsWithSeq("bc"), "abc" endsWithSeq("b"))
writeln("aBc" containsAnyCaseSeq("bC"), "aBc" isEqualAnyCase("AbC"), "aBc" isEqualAnyCase("ab"))
writeln("aaaa" occurrencesOfSeq("aa"), "abc" occurrencesOfSeq("x"))
writeln("abc" beforeSeq("c"), " ", "abc" beforeSeq("x"), " ", "abc" afterSeq("a"), " ", "abc" afterSeq("x"))
writeln("a<b>c" between("<", ">"), " ", "a<b>c" betweenSeq("<"), " ", "a<b>c" between(nil, ">"), " ", "a<b>c" between("x", ">"))
writeln(try("abc" between(1, 2)) error)
"<a><b><c" slicesBetween("<", ">") println
"héllo" findSeq("l") println
"hello" findSeq("é") println
