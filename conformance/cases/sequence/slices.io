# exSlice ends before its end, inSlice with it; negatives count from the end; everything is clamped.
s := "abc"
writeln(s exSlice(0, 2), ",", s exSlice(1), ",", s exSlice(-2), ",", s exSlice(-2, -1))
writeln(s exSlice(2, 1), ",", s exSlice(5), ",", s exSlice(0, 10), ",", s exSlice(-9, 1))
writeln(s inSlice(0, 1), ",", s inSlice(-2), ",", s inclusiveSlice(0, -1), ",", s inSlice(2, 1), ",", s inSlice(-5, 1))
writeln(s exclusiveSlice(0, -1), ",", s exSlice(1.7))
writeln(try(s exSlice) error)
writeln(try(s exSlice(0, nil)) error)
writeln(try(s inSlice("a")) error)
"abcdef" asMutable removeSlice(1, 2) println
"abcdef" asMutable removeSlice(-2, -1) println
"abcdef" asMutable removeSlice(2, 1) println
"abcdef" asMutable removeSlice(2, 99) println
writeln(try("abc" asMutable removeSlice(1)) error)
"abc" splitAt(1) println
"abc" splitAt(-1) println
"abc" splitAt(9) println
"abc" splitAt(-9) println
"héllo" exSlice(1, 3) println
