# removePrefix and removeSuffix take a text off one end if it is there.
writeln("abcabc" asMutable removePrefix("ab"), " ", "abcabc" asMutable removePrefix("x"), " ", "abc" asMutable removePrefix("abcd"))
writeln("abcabc" asMutable removeSuffix("bc"), " ", "abcabc" asMutable removeSuffix("x"), " ", "abc" asMutable removeSuffix(""))
writeln(try("abc" removePrefix("a")) error)
writeln(try("abc" removeSuffix("c")) error)
writeln(try("abc" asMutable removePrefix(1)) error)
