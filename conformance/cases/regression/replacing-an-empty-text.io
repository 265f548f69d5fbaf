# An empty text is found where the search begins, but not at the end; all of its occurrences are none.
"abc" asMutable replaceFirstSeq("", "x") println
"abc" asMutable replaceFirstSeq("", "x", 1) println
"abc" asMutable replaceFirstSeq("", "x", 2) println
"abc" asMutable replaceFirstSeq("", "x", 3) println
"abc" asMutable replaceFirstSeq("", "x", 9) println
"" asMutable replaceFirstSeq("", "x") println
"abc" asMutable replaceSeq("", "x") println
"abc" asMutable removeSeq("") println
