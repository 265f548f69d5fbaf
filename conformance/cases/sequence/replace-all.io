# replaceSeq replaces every occurrence, not what it has just written.
writeln("aXbXc" asMutable replaceSeq("X", "--"), " ", "aaa" asMutable replaceSeq("a", "aa"), " ", "abc" asMutable replaceSeq("z", "y"))
writeln("abab" asMutable replaceSeq("ab", "") size)
writeln(try("abc" replaceSeq("a", "b")) error)
writeln(try("abc" asMutable replaceSeq("a")) error)
writeln(try("abc" asMutable replaceSeq(1, "a")) error)
