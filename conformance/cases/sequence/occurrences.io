# occurrencesOfSeq counts without overlaps.
writeln("abab" occurrencesOfSeq("ab"), " ", "aaa" occurrencesOfSeq("aa"), " ", "abc" occurrencesOfSeq("x"), " ", "" occurrencesOfSeq("a"))
writeln(try("abc" occurrencesOfSeq(1)) error)
