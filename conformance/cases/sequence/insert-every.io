# insertSeqEvery inserts after every n items.
writeln("abcdef" asMutable insertSeqEvery("-", 2), " ", "abcde" asMutable insertSeqEvery("-", 2), " ", "" asMutable insertSeqEvery("-", 2) size)
writeln(try("abc" insertSeqEvery("-", 1)) error)
