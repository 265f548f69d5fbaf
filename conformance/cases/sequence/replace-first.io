# replaceFirstSeq replaces one occurrence, optionally from an index on.
writeln("abcabc" asMutable replaceFirstSeq("b", "XX"), " ", "abcabc" asMutable replaceFirstSeq("b", "X", 2))
writeln("abc" asMutable replaceFirstSeq("z", "X"), " ", "abc" asMutable replaceFirstSeq("abc", ""))
writeln(try("abc" replaceFirstSeq("a", "b")) error)
writeln(try("abc" asMutable replaceFirstSeq("a")) error)
