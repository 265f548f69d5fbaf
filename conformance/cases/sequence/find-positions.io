# findSeq gives the first index from a start on, reverseFindSeq the last; nil when absent.
writeln("abcabc" findSeq("bc"), " ", "abcabc" findSeq("bc", 2), " ", "abcabc" findSeq("x"), " ", "abc" findSeq(""))
writeln("abcabc" reverseFindSeq("bc"), " ", "abcabc" reverseFindSeq("x"))
writeln("" findSeq("a"), " ", "abc" findSeq("abcd"))
writeln(try("abc" findSeq) error)
writeln(try("abc" findSeq(1)) error)
writeln(try("abc" reverseFindSeq(1)) error)
