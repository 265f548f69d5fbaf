# Items at even or odd indexes can be removed, indexes duplicated.
writeln("abcdef" asMutable removeEvenIndexes, " ", "abcdef" asMutable removeOddIndexes, " ", "abc" asMutable duplicateIndexes)
writeln("" asMutable removeEvenIndexes size, " ", "a" asMutable removeOddIndexes)
writeln(try("abc" removeEvenIndexes) error)
writeln(try("abc" removeOddIndexes) error)
writeln(try("abc" duplicateIndexes) error)
