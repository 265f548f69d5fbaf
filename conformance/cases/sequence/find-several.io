# findSeqs answers the earliest match of several texts.
m := "one two three" findSeqs(list("three", "two"))
writeln(m index, " ", m match)
writeln("one" findSeqs(list("x", "y")), " ", "one" findSeqs(list))
m := "aab" findSeqs(list("b", "a"), 1)
writeln(m index, " ", m match)
writeln(try("one" findSeqs("o")) error)
