# Text is joined with what arguments' asString answers.
s := Sequence clone
s appendSeq("a", 5, nil, list(1), true) println
o := Object clone do(asString := "obj")
s empty appendSeq(o) appendSeq("x", o, 1) println
writeln(try(s appendSeq) error)
("a" .. 5 .. list(1) .. nil .. o) println
("a" asMutable .. "b") println
"abc" asMutable prependSeq("x", "y") println
"abc" asMutable prependSeq(5) println
"abc" asMutable prependSeq(1, o) println
"abc" asMutable atInsertSeq(1, "xx") println
"abc" asMutable atInsertSeq(3, 5) println
"abc" asMutable atInsertSeq(0, o) println
writeln(try("abc" asMutable atInsertSeq(4, "x")) error)
writeln(try("abc" asMutable atInsertSeq(-1, "x")) error)
"a" cloneAppendSeq("b") println
"a" cloneAppendSeq(5) println
"a" with("b", "c") println
Sequence with("a", "b") println
writeln(try(Sequence with("a", 5)) error)
"abc" repeated(3) println
"abc" repeated(0) size println
"abcde" asMutable insertSeqEvery("--", 2) println
"abc" asMutable insertSeqEvery("-", 1) println
writeln(try("abc" asMutable insertSeqEvery("-", 0)) error)
writeln(try("abc" asMutable insertSeqEvery("-", 9)) error)
t := "ab" asMutable
t appendSeq(t, t) println
