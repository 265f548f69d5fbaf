# findNthSeq answers nil when there are fewer occurrences.
# divergence: it raises
writeln("abc" findNthSeq("x", 1), " ", "abc" findNthSeq("a", 5))
