# Found by comparing generated programs with the reference: betweenSeq and slicesBetween looked at their second argument although the first one is not in the receiver.
"abc" betweenSeq("z", 0) println
"abc" betweenSeq("z") println
e := try("abc" betweenSeq("a", 0))
e error println
"abc" betweenSeq("a", nil) println
"abc" slicesBetween("z", 0) println
