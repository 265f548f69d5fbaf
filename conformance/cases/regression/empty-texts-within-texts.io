# Found by comparing generated programs with the reference: an empty text is found everywhere but in an empty text, and nothing is found at the end.
"" findSeq("") println
"abc" findSeq("") println
"abc" findSeq("", 2) println
"abc" findSeq("", 3) println
"abc" findSeq("", 4) println
"abc" findSeq("c", 2) println
"abc" findSeq("c", 3) println
"" containsSeq("") println
"abc" containsSeq("") println
"" betweenSeq("", "") println
"" betweenSeq("") println
"abc" betweenSeq("", "c") println
"abc" betweenSeq("", "") println
"abc" betweenSeq("c", "") println
"abc" betweenSeq("c") println
"" betweenSeq("", nil) println
"" betweenSeq(nil, "") println
"" betweenSeq(nil, nil) println
"abc" betweenSeq("a", "") println
"" slicesBetween("", "") println
"abc" slicesBetween("c", "") println
"abc" slicesBetween("a", "c") println
"" afterSeq("") println
