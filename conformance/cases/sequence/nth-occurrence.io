# findNthSeq looks for the first occurrence with one.
writeln("abc" findNthSeq("a", 1), " ", "xabc" findNthSeq("abc", 1))
