# appendPathSeq joins with one slash; cloneAppendPath leaves the receiver alone.
writeln("a" asMutable appendPathSeq("b"), " ", "a/" asMutable appendPathSeq("b"), " ", "a" asMutable appendPathSeq("/b"), " ", "" asMutable appendPathSeq("b"))
s := "a" asMutable
writeln(s cloneAppendPath("b"), " ", s, " ", s cloneAppendSeq("c"), " ", s)
writeln(try("a" appendPathSeq("b")) error)
