# removeSeq takes every occurrence out.
writeln("abcabcab" asMutable removeSeq("ab"), " ", "aaa" asMutable removeSeq("a") size, " ", "abc" asMutable removeSeq("x"))
writeln(try("abc" removeSeq("a")) error)
writeln(try("abc" asMutable removeSeq(1)) error)
